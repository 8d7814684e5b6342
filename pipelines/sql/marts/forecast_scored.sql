-- one row per forecast of a period that is over, made again at a past cutoff or published at one: what was said and what came
create or replace table forecast_scored as
with
said as (
  select *, 'backtest' as basis
  from forecast_backtest
  union all by name
  select * exclude (as_of, build_id), 'published' as basis
  from forecast_published
  where mean_cents is not null
),
numbered as (
  select
    period, period_start, period_end,
    row_number() over (partition by period order by period_start) as place
  from fiscal_period
)
select
  said.basis,
  said.target,
  said.entity_type,
  said.entity_id,
  said.period,
  said.period_start,
  said.cutoff,
  coalesce(said.horizon, (predicted.place - present.place)::integer) as horizon,
  date_diff('month', said.cutoff, predicted.period_end)::integer as lead_months,
  (said.cutoff - predicted.period_start + 1)::integer as day_of_period,
  -- which third of the period the cutoff lies in; null before it begins
  case when coalesce(said.horizon, predicted.place - present.place) = 0 then greatest(1, ceil(
    3.0 * (said.cutoff - predicted.period_start + 1)
      / (predicted.period_end - predicted.period_start + 1)
  )::integer) end as third,
  said.model,
  said.is_published,
  said.mean_cents,
  said.lower_50_cents,
  said.upper_50_cents,
  said.lower_80_cents,
  said.upper_80_cents,
  said.lower_95_cents,
  said.upper_95_cents,
  coalesce(said.actual_cents, actual.actual_cents) as actual_cents
from said
left join forecast_actual as actual using (entity_type, entity_id, period, period_start)
join numbered as predicted
  on predicted.period = said.period and predicted.period_start = said.period_start
join numbered as present
  on present.period = said.period and said.cutoff between present.period_start and present.period_end
where said.target = 'bookings' and coalesce(said.actual_cents, actual.actual_cents) is not null
