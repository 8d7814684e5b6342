-- one row per company, region or team, grain and horizon: how back-tested forecasts compared with what was booked
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
where target = 'bookings'
  and actual_cents is not null
group by entity_type, entity_id, period, horizon, model
order by entity_type, entity_id, period, horizon, model
