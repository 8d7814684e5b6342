-- one row per person, category, entity and grain of calls on periods that are over: how they came out
create or replace table forecast_call_accuracy as
select
  called_by,
  level,
  category,
  entity_type,
  entity_id,
  period,
  count(*) as n,
  count(distinct period_start)::integer as count_periods,
  sum(abs(amount_cents - actual_cents))::double / nullif(sum(abs(actual_cents)), 0)::double as wape,
  sum(amount_cents - actual_cents)::double / nullif(sum(abs(actual_cents)), 0)::double as bias
from forecast_call_scored
group by called_by, level, category, entity_type, entity_id, period
