-- one row per goal on bookings or quota attainment that ends with a forecast period: what the forecast has still to come until then
create or replace table goal_forecast as
with
ahead as (
  select
    forecast.*,
    period_end,
    -- the forecast counts a team's people as they are today, a goal as they were: only what is to come is shared
    coalesce(
      (
        select sum(bookings_cents)
        from forecast_input
        where forecast_input.entity_type = forecast.entity_type
          and forecast_input.entity_id = forecast.entity_id
          and forecast_input.period_start between forecast.period_start and period_end
      ),
      0
    )::bigint as booked_cents
  from forecast
  join fiscal_period using (period, period_start)
  where target = 'bookings' and mean_cents is not null
)
select
  goal_id,
  ahead.period,
  ahead.period_start,
  mean_cents - booked_cents as mean_cents,
  lower_50_cents - booked_cents as lower_50_cents,
  upper_50_cents - booked_cents as upper_50_cents,
  lower_80_cents - booked_cents as lower_80_cents,
  upper_80_cents - booked_cents as upper_80_cents,
  lower_95_cents - booked_cents as lower_95_cents,
  upper_95_cents - booked_cents as upper_95_cents
from goal
join ahead
  on ahead.entity_type = goal.entity_type
  and ahead.entity_id = goal.entity_id
  and ahead.period_end = goal.due_date
cross join run
where goal.metric in ('bookings', 'quota_attainment')
  -- the period in progress holds all that is still to come; a later one does so for its own span alone
  and (
    (ahead.period_start <= as_of and goal.start_date <= as_of)
    or ahead.period_start = goal.start_date
  )
qualify row_number() over (
  partition by goal_id
  order by ahead.period_start = goal.start_date desc, ahead.period_start, ahead.period
) = 1
