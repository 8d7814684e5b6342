-- one row per company or rep and month, quarter or year of the running fiscal year that isn't over: forecast bookings with their range, and those won by now
create or replace table pay_ahead as
with
running as (
  select period_start, period_end
  from fiscal_period
  where period = 'year' and is_current
),
ahead as (
  select fiscal_period.period, fiscal_period.period_start, fiscal_period.period_end
  from fiscal_period
  cross join running
  cross join run
  where fiscal_period.period_start between running.period_start and running.period_end
    and fiscal_period.period_end > as_of
),
booked as (
  select ahead.period, ahead.period_start, opportunity.rep_id, sum(bookings_cents) as bookings_cents
  from opportunity
  cross join run
  join ahead on close_date between ahead.period_start and ahead.period_end
  where status = 'won' and close_date <= as_of
  group by all
),
booked_by as (
  select period, period_start, 'rep' as entity_type, rep_id as entity_id, bookings_cents
  from booked
  union all
  select period, period_start, 'company', null, sum(bookings_cents)
  from booked
  group by period, period_start
)
select
  forecast.entity_type,
  forecast.entity_id,
  ahead.period,
  ahead.period_start,
  ahead.period_end,
  forecast.mean_cents,
  forecast.lower_80_cents,
  forecast.upper_80_cents,
  coalesce(booked_by.bookings_cents, 0)::bigint as booked_cents
from forecast
join ahead using (period, period_start)
left join booked_by
  on booked_by.period = forecast.period
  and booked_by.period_start = forecast.period_start
  and booked_by.entity_type = forecast.entity_type
  and (booked_by.entity_id is null or booked_by.entity_id = forecast.entity_id)
where forecast.is_published and forecast.target = 'bookings'
  and forecast.entity_type in ('company', 'rep')
  and forecast.mean_cents is not null
  and forecast.lower_80_cents is not null
  and forecast.upper_80_cents is not null
order by forecast.entity_type, forecast.entity_id, ahead.period, ahead.period_start
