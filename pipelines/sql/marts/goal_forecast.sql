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
        where forecast.entity_id = case forecast.entity_type
            when 'company' then forecast.entity_id
            when 'region' then region_id
            when 'team' then team_id
            when 'segment' then segment
            when 'rep' then rep_id
          end
          and close_date between forecast.period_start and period_end
      ),
      0
    )::bigint as booked_cents
  from forecast
  join fiscal_period using (period, period_start)
  where target = 'bookings' and is_published and mean_cents is not null
)
select
  goal_id,
  ahead.period,
  ahead.period_start,
  ahead.mean_cents - ahead.booked_cents as mean_cents,
  lower_50_cents - ahead.booked_cents as lower_50_cents,
  upper_50_cents - ahead.booked_cents as upper_50_cents,
  lower_80_cents - ahead.booked_cents as lower_80_cents,
  upper_80_cents - ahead.booked_cents as upper_80_cents,
  lower_95_cents - ahead.booked_cents as lower_95_cents,
  upper_95_cents - ahead.booked_cents as upper_95_cents,
  -- what the forecast's own target still needs, and its chance
  target.target_cents - target.booked_cents as missing_cents,
  target.chance
from goal
join ahead
  on ahead.entity_type = goal.entity_type
  and ahead.entity_id = goal.entity_id
  and ahead.period_end = goal.due_date
cross join run
left join forecast_target as target
  on target.entity_type = ahead.entity_type
  and target.entity_id = ahead.entity_id
  and target.period = ahead.period
  and target.period_start = ahead.period_start
  and target.cutoff = ahead.cutoff
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
