-- one row per company, region or team, grain and horizon: how its present model's back-tests compared with what was booked
with present_model as (
  select distinct entity_type, entity_id, period, model
  from forecast
  where target = 'bookings'
)
select
  entity_type,
  entity_id,
  period,
  horizon,
  model,
  count(*) as n,
  sum(abs(actual_cents - mean_cents))::bigint / nullif(sum(actual_cents), 0)::bigint as wape,
  sum(mean_cents - actual_cents)::bigint / nullif(sum(actual_cents), 0)::bigint as bias,
  count(*) filter (actual_cents between lower_80_cents and upper_80_cents) / count(*) as coverage_80,
  count(*) filter (actual_cents between lower_95_cents and upper_95_cents) / count(*) as coverage_95
from forecast_backtest
semi join present_model using (entity_type, entity_id, period, model)
where target = 'bookings'
  and actual_cents is not null
group by entity_type, entity_id, period, horizon, model
order by entity_type, entity_id, period, horizon, model
