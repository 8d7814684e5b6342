-- adds one row per entity, period that is over, baseline and earlier cutoff
insert into forecast_backtest by name
select
  'bookings' as target,
  baseline.entity_type,
  baseline.entity_id,
  baseline.period,
  baseline.period_start,
  baseline.cutoff,
  baseline.horizon,
  baseline.model,
  false as is_published,
  baseline.mean_cents,
  actual.actual_cents
from forecast_baseline as baseline
join forecast_actual as actual using (entity_type, entity_id, period, period_start)
where not baseline.is_as_of
