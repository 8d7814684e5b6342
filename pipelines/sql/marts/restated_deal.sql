-- one row per deal and closed quarter that it was won or lost in when that closed, or is now, not alike
create or replace table restated_deal as
with closing as (
  -- what was known at the close: the source's first deals on the quarter's last day or after it
  select
    dropped.source,
    fiscal_period.period_start,
    fiscal_period.period_end,
    min(dropped.drop_date) as known_on
  from fiscal_period
  join (select distinct source, drop_date from source_file where object = 'opportunity') as dropped
    on dropped.drop_date >= fiscal_period.period_end
  where fiscal_period.period = 'quarter' and fiscal_period.is_complete
  group by dropped.source, fiscal_period.period_start, fiscal_period.period_end
),
candidate as (
  select distinct told.source, told.opportunity_id, closing.period_start, closing.period_end, closing.known_on
  from opportunity_version as told
  join closing
    on closing.source = told.source
    and told.close_date between closing.period_start and closing.period_end
  where told.status in ('won', 'lost')
),
seen as (
  select candidate.*, told.status, told.close_date, told.rep_id, told.bookings_cents, told.valid_from,
    told.known_from, told.version
  from candidate
  join opportunity_version as told using (source, opportunity_id)
),
then_state as (
  select
    source,
    opportunity_id,
    period_start,
    max_by(status, version) as status,
    max_by(close_date, version) as close_date,
    max_by(rep_id, version) as rep_id,
    -- of the version itself, also where it has none
    max_by({cents: bookings_cents}, version).cents as bookings_cents,
    max(version) as version
  from seen
  where known_from <= known_on and valid_from < known_on + interval 1 day
  group by source, opportunity_id, period_start
),
now_state as (
  select
    source,
    opportunity_id,
    period_start,
    any_value(period_end) as period_end,
    any_value(known_on) as known_on,
    max_by(status, version) as status,
    max_by(close_date, version) as close_date,
    max_by(rep_id, version) as rep_id,
    max_by({cents: bookings_cents}, version).cents as bookings_cents
  from seen
  group by source, opportunity_id, period_start
),
stated as (
  select
    now_state.source,
    now_state.opportunity_id,
    now_state.period_start,
    now_state.known_on,
    coalesce(
      then_state.status in ('won', 'lost')
        and then_state.close_date between now_state.period_start and now_state.period_end,
      false
    ) as was_decided,
    coalesce(
      now_state.status in ('won', 'lost')
        and now_state.close_date between now_state.period_start and now_state.period_end,
      false
    ) as is_decided,
    then_state.status as status_then,
    now_state.status as status_now,
    then_state.close_date as close_date_then,
    now_state.close_date as close_date_now,
    then_state.rep_id as rep_id_then,
    now_state.rep_id as rep_id_now,
    then_state.bookings_cents as told_then_cents,
    now_state.bookings_cents as told_now_cents,
    then_state.version as version_then
  from now_state
  left join then_state using (source, opportunity_id, period_start)
),
compared as (
  select
    *,
    was_decided and status_then = 'won' as was_won,
    is_decided and status_now = 'won' as is_won
  from stated
),
changed_on as (
  select compared.source, compared.opportunity_id, compared.period_start, min(told.known_from) as changed_on
  from compared
  join opportunity_version as told using (source, opportunity_id)
  where told.version > coalesce(compared.version_then, -1) and told.known_from > compared.known_on
  group by compared.source, compared.opportunity_id, compared.period_start
)
select
  compared.opportunity_id,
  compared.source,
  opportunity.name,
  compared.period_start,
  compared.known_on,
  changed_on.changed_on,
  -- won or lost in the quarter; null where it was, or is, neither
  case when was_decided then status_then end as status_then,
  case when is_decided then status_now end as status_now,
  case when was_decided then rep_id_then end as rep_id_then,
  case when is_decided then rep_id_now end as rep_id_now,
  case when was_decided then close_date_then end as close_date_then,
  case when is_decided then close_date_now end as close_date_now,
  case when was_won then told_then_cents else 0 end as bookings_then_cents,
  case when is_won then told_now_cents else 0 end as bookings_now_cents,
  case
    when was_decided and not is_decided and compared.status_now = 'deleted' then 'deleted'
    when was_decided and not is_decided and compared.status_now = compared.status_then
    then 'moved out'
    when was_won and not is_won then 'reopened or lost'
    when was_decided and not is_decided then 'reopened'
    when was_decided and is_won and not was_won then 'won after all'
    when is_decided and not was_decided and compared.status_then = compared.status_now
    then 'moved in'
    when is_decided and not was_decided then 'told late'
    when is_won and told_then_cents is distinct from told_now_cents then 'amount'
    else 'owner'
  end as change
from compared
left join changed_on using (source, opportunity_id, period_start)
left join opportunity using (source, opportunity_id)
where was_decided <> is_decided
  or was_won <> is_won
  or (was_won and told_then_cents is distinct from told_now_cents)
  or (was_decided and compared.rep_id_then is distinct from compared.rep_id_now)
