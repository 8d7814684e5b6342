-- one row per version of an opportunity that was due, with the span of time in which it holds
create or replace temp table told_version as
with first_told as (
  select source, opportunity_id, min_by(created_date, row_order) as created_date
  from told_drop
  where not is_left_out
  group by source, opportunity_id
),
begun as (
  select
    version.*,
    case
      when version.place = 1 and first_told.created_date < version.valid_from::date
        then first_told.created_date::timestamp
    end as created_at,
    {stage: told_before.stage, amount: told_before.amount, close_date: told_before.close_date} as before
  from version
  left join first_told using (source, opportunity_id)
  left join told_before using (source, opportunity_id)
),
compared as (
  select
    *,
    coalesce(
      (before.stage is not null and before.stage.value is distinct from stage)
        or (before.amount is not null and before.amount.minor is distinct from amount_minor)
        or (before.close_date is not null and before.close_date.value is distinct from close_date),
      false
    ) as has_changed
  from begun
),
whole as (
  -- the first open state that is told is taken to hold from the deal's creation on
  select
    compared.* exclude (created_at, before, has_changed) replace (
      case when status = 'open' and not has_changed then coalesce(created_at, valid_from) else valid_from end
        as valid_from
    )
  from compared
  union all by name
  -- a deal that was closed when it was first told had been open before; what nobody told of it then is
  -- unknown, and of one that was open taken to have been as it was first told
  select
    source,
    opportunity_id,
    0 as place,
    created_at as valid_from,
    known_from,
    case
      when status = 'open'
        or (before.stage is not null and before.amount is not null and before.close_date is not null)
        then basis
      else 'inferred'
    end as basis,
    coalesce(before.stage.status, 'open') as status,
    case when before.stage is not null then before.stage.value when status = 'open' then stage end as stage,
    case when before.amount is not null then before.amount.minor when status = 'open' then amount_minor end
      as amount_minor,
    case when before.amount is not null then before.amount.currency when status = 'open' then currency end
      as currency,
    case when status = 'open' then recurring_minor end as recurring_minor,
    case when status = 'open' then annual_minor end as annual_minor,
    case when before.close_date is not null then before.close_date.value when status = 'open' then close_date end
      as close_date,
    case when status = 'open' and before.stage is null then probability_rate end as probability_rate,
    case when status = 'open' and before.stage is null then forecast_category end as forecast_category,
    case when status = 'open' or before.stage is not null then owner_id end as owner_id
  from compared
  where created_at is not null and (status <> 'open' or has_changed)
)
select
  *,
  lead(valid_from, 1, timestamp '9999-12-31 00:00:00') over (
    partition by source, opportunity_id order by place
  ) as valid_to
from whole
