-- one row per company, region or team, grain and horizon: how its present model's back-tests compared with what was booked
with present_model as (
  select distinct entity_type, entity_id, period, model
  from forecast
  where target = 'bookings'
),
judged as (
  select entity_type, entity_id, period, period_start, horizon, min(model) as model
  from forecast_backtest
  where target = 'bookings'
  group by entity_type, entity_id, period, period_start, horizon
  having count(distinct model) = 1
),
error as (
  select
    kpi.*,
    judged.horizon,
    judged.model,
    kpi.numerator::bigint as above,
    kpi.denominator::bigint as below
  from kpi
  join judged
    on judged.entity_type = kpi.entity_type and judged.entity_id = kpi.entity_id
    and judged.period = kpi.period and judged.period_start = kpi.period_start
    and kpi.breakdown = 'horizon ' || judged.horizon
  semi join present_model
    on present_model.entity_type = kpi.entity_type and present_model.entity_id = kpi.entity_id
    and present_model.period = kpi.period and present_model.model = judged.model
  where kpi.view = 'as_is'
)
-- errors of several periods are the sums of what is divided for each
select
  entity_type,
  entity_id,
  period,
  horizon,
  model,
  sum(n) filter (metric = 'forecast_wape')::bigint as n,
  sum(above) filter (metric = 'forecast_wape')::bigint
    / nullif(sum(below) filter (metric = 'forecast_wape'), 0)::bigint as wape,
  sum(above) filter (metric = 'forecast_bias')::bigint
    / nullif(sum(below) filter (metric = 'forecast_bias'), 0)::bigint as bias,
  sum(above) filter (metric = 'range_held_80') / sum(below) filter (metric = 'range_held_80')
    as coverage_80,
  sum(above) filter (metric = 'range_held_95') / sum(below) filter (metric = 'range_held_95')
    as coverage_95
from error
group by entity_type, entity_id, period, horizon, model
order by entity_type, entity_id, period, horizon, model
