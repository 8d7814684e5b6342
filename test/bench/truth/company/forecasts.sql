-- one row per model, entity type, grain, periods ahead and day of the quarter: errors of forecasts made at past cutoffs, beside the combined one's of the same
with said as (
  from forecast_scored
  where basis = 'backtest'
),
placed as (
  select
    said.*,
    combined.mean_cents as combined_mean_cents,
    least(said.horizon, 3) as ahead,
    -- months of the quarter in progress that are over, of thirty days each
    case when said.period = 'quarter' then 30 * (3 * said.horizon + 2 - said.lead_months) end as day
  from said
  join said as combined using (entity_type, entity_id, period, period_start, cutoff)
  where combined.model = 'combined'
)
select
  model,
  entity_type,
  period,
  ahead,
  day,
  count(*)::integer as n,
  sum(abs(mean_cents - actual_cents))::double as error_cents,
  sum(abs(combined_mean_cents - actual_cents))::double as combined_cents,
  sum(mean_cents - actual_cents)::double as over_cents,
  sum(abs(actual_cents))::double as actual_cents,
  count(lower_80_cents)::integer as count_ranges,
  (count(*) filter (actual_cents between lower_50_cents and upper_50_cents))::integer as count_in_50,
  (count(*) filter (actual_cents between lower_80_cents and upper_80_cents))::integer as count_in_80,
  (count(*) filter (actual_cents between lower_95_cents and upper_95_cents))::integer as count_in_95
from placed
group by all
order by all
