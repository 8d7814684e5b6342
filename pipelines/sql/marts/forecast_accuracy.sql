-- one row per basis, model, entity, grain, periods ahead and third of the period in progress: how such forecasts came out
create or replace table forecast_accuracy as
with
judged as (
  from forecast_scored
  union all by name
  -- what readers were shown, whichever model it came from
  select * replace ('published' as model)
  from forecast_scored
  where is_published
),
lost as (
  select
    *,
    mean_cents - actual_cents as over_cents,
    -- pinball loss (Gneiting & Raftery 2007, section 6.2) of the six bounds as quantiles, in thousandths
    greatest(25 * (actual_cents - lower_95_cents), -975 * (actual_cents - lower_95_cents))
    + greatest(100 * (actual_cents - lower_80_cents), -900 * (actual_cents - lower_80_cents))
    + greatest(250 * (actual_cents - lower_50_cents), -750 * (actual_cents - lower_50_cents))
    + greatest(750 * (actual_cents - upper_50_cents), -250 * (actual_cents - upper_50_cents))
    + greatest(900 * (actual_cents - upper_80_cents), -100 * (actual_cents - upper_80_cents))
    + greatest(975 * (actual_cents - upper_95_cents), -25 * (actual_cents - upper_95_cents))
      as six_thousandths
  from judged
)
select
  basis,
  model,
  entity_type,
  entity_id,
  period,
  horizon,
  third,
  count(*) as n,
  count(distinct period_start)::integer as count_periods,
  sum(abs(over_cents))::double / nullif(sum(abs(actual_cents)), 0)::double as wape,
  -- plus is too high
  sum(over_cents)::double / nullif(sum(abs(actual_cents)), 0)::double as bias,
  -- mean of a forecast's six, in minor units
  sum(six_thousandths)::double / nullif(6000 * count(six_thousandths), 0)::double as pinball_cents,
  count(*) filter (actual_cents between lower_50_cents and upper_50_cents)
    / nullif(count(lower_50_cents), 0) as coverage_50,
  count(*) filter (actual_cents between lower_80_cents and upper_80_cents)
    / nullif(count(lower_80_cents), 0) as coverage_80,
  count(*) filter (actual_cents between lower_95_cents and upper_95_cents)
    / nullif(count(lower_95_cents), 0) as coverage_95
from lost
group by basis, model, entity_type, entity_id, period, horizon, third
