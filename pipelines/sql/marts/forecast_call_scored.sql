-- one row per call on a period that is over, made by its last day: what was said and what came
create or replace table forecast_call_scored as
select
  call.*,
  (call.recorded_on - fiscal_period.period_start + 1)::integer as day_of_period,
  -- of the people whom the entity had when they sold it: they are whom the call was about
  kpi.value::bigint as actual_cents
from forecast_call as call
join fiscal_period using (period, period_start)
join kpi using (entity_type, entity_id, period, period_start)
where fiscal_period.is_complete
  and call.recorded_on <= fiscal_period.period_end
  and kpi.metric = 'bookings' and kpi.view = 'as_was' and kpi.breakdown is null
  and kpi.value is not null
