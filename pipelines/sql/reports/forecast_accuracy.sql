-- one row per company, region or team, grain and horizon: how its present model's back-tests compared with what was booked
with present_model as (
  select distinct entity_type, entity_id, period, model
  from forecast
  where target = 'bookings' and is_published
),
-- made at the same point of a quarter as the as-of is
judged as (
  select forecast_scored.*
  from forecast_scored
  semi join present_model using (entity_type, entity_id, period, model)
  cross join run
  where basis = 'backtest' and is_published
    and entity_type in ('company', 'region', 'team')
    and date_diff('month', cutoff, as_of) % 3 = 0
)
select
  entity_type,
  entity_id,
  period,
  horizon,
  model,
  count(*) as n,
  sum(abs(mean_cents - actual_cents))::bigint / nullif(sum(abs(actual_cents)), 0)::bigint as wape,
  sum(mean_cents - actual_cents)::bigint / nullif(sum(abs(actual_cents)), 0)::bigint as bias,
  count(*) filter (actual_cents between lower_80_cents and upper_80_cents)
    / nullif(count(lower_80_cents), 0) as coverage_80,
  count(*) filter (actual_cents between lower_95_cents and upper_95_cents)
    / nullif(count(lower_95_cents), 0) as coverage_95
from judged
group by entity_type, entity_id, period, horizon, model
order by entity_type, entity_id, period, horizon, model
