-- one row per entity, period and day that it was forecast on: what was expected, the as-of date last
with earlier as (
  select distinct cutoff, entity_type, entity_id, period, period_start, before_cents
  from forecast_change
),
-- an entity is forecast wherever the company is
compared as (
  select distinct cutoff, period, period_start
  from earlier
),
latest as (
  select entity_type, entity_id, period, period_start, mean_cents
  from forecast
  where target = 'bookings' and is_published and mean_cents is not null
    and (period, period_start) in (select (period, period_start) from compared)
),
forecast_on as (
  select
    compared.cutoff,
    latest.entity_type,
    latest.entity_id,
    latest.period,
    latest.period_start,
    -- without any part nothing changed since
    coalesce(earlier.before_cents, latest.mean_cents) as mean_cents
  from latest
  join compared using (period, period_start)
  left join earlier using (cutoff, entity_type, entity_id, period, period_start)
  union all
  select run.as_of, latest.entity_type, latest.entity_id, latest.period, latest.period_start, latest.mean_cents
  from latest
  cross join run
)
select
  forecast_on.cutoff,
  forecast_on.entity_type,
  forecast_on.entity_id,
  fiscal_period.label,
  forecast_on.mean_cents
from forecast_on
join fiscal_period using (period, period_start)
order by entity_type, entity_id, label, cutoff
