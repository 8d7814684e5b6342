-- one row per basis, type of entity, grain, periods ahead and level: how many of the forecasts shown held what came, and sums over periods of their squares
with ranged as (
  select
    basis, entity_type, period, horizon, period_start,
    unnest([50, 80, 95]) as level,
    unnest([
      actual_cents between lower_50_cents and upper_50_cents,
      actual_cents between lower_80_cents and upper_80_cents,
      actual_cents between lower_95_cents and upper_95_cents
    ]) as is_held
  from forecast_scored
  where is_published and lower_95_cents is not null
),
by_period as (
  select
    basis, entity_type, period, horizon, level, period_start,
    count(*) filter (is_held) as successes,
    count(*) filter (not is_held) as failures
  from ranged
  group by all
)
select
  basis,
  entity_type,
  period,
  horizon,
  level,
  count(*)::integer as count_periods,
  sum(successes)::bigint as successes,
  sum(failures)::bigint as failures,
  sum(successes * successes)::bigint as success_squares,
  sum(successes * failures)::bigint as products,
  sum(failures * failures)::bigint as failure_squares
from by_period
group by all
order by basis, entity_type, period, horizon, level
