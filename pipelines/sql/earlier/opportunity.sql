-- one row per opportunity that may count for the periods that are cut: what it was on the day
create or replace table opportunity as
with
span as (
  select
    least(
      (select min(period_start) from fiscal_period),
      as_of - to_months((select max(lookback_months) from metric))
    )::date as first_day
  from run
),
state as (
  select version.*
  from opportunity_version as version
  cross join run
  where status = 'open'
    and valid_from < as_of + interval 1 day and valid_to >= as_of + interval 1 day
),
begun as (
  select
    opportunity.*,
    -- what had closed by then stands as it is known today
    status <> 'open' and coalesce(close_date <= as_of, true) as is_over
  from main.opportunity
  cross join run
  cross join span
  where case
    when status <> 'open' and close_date <= as_of
      then close_date >= first_day or created_date >= first_day
    else coalesce(created_date <= as_of, true)
  end
  union all by name
  -- what was deleted since was open then
  select opportunity_id, segment, territory_id, 'open' as status, false as is_over
  from main.removed_opportunity
  semi join state using (opportunity_id)
)
select
  begun.* exclude (is_over) replace (
    case when is_over then begun.status else 'open' end as status,
    coalesce(state.stage, begun.stage) as stage,
    coalesce(state.rep_id, begun.rep_id) as rep_id,
    case when state.opportunity_id is null then begun.amount_cents else state.amount_cents end
      as amount_cents,
    case when state.opportunity_id is null then begun.bookings_cents else state.bookings_cents end
      as bookings_cents,
    coalesce(state.close_date, begun.close_date) as close_date
  )
from begun
left join state
  on state.opportunity_id = case when not is_over then begun.opportunity_id end
