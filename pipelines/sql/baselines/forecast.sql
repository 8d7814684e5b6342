-- adds one row per entity, period and baseline, made at the as-of
insert into forecast by name
select
  'bookings' as target,
  entity_type,
  entity_id,
  period,
  period_start,
  cutoff,
  model,
  false as is_published,
  mean_cents
from forecast_baseline
where is_as_of
