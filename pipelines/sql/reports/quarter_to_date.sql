-- one row per day of the current fiscal quarter and, where the data reach back to it, of the same quarter a year before, with bookings up to that day
with this_quarter as (
  select period_start, period_end, 'this' as quarter from fiscal_period where period = 'quarter' and is_current
),
quarters as (
  from this_quarter
  union all
  select
    (period_start - interval 1 year)::date,
    (period_end + interval 1 day - interval 1 year)::date - 1,
    'last'
  from this_quarter
),
days as (
  select quarter, period_start, unnest(generate_series(period_start, period_end, interval 1 day))::date as date
  from quarters
),
won as (
  select close_date, sum(bookings_cents)::bigint as booked_cents
  from opportunity
  where status = 'won'
  group by close_date
)
select
  days.quarter,
  days.date,
  (days.date - days.period_start)::integer as day,
  coalesce(
    sum(won.booked_cents) over (partition by days.quarter order by days.date),
    0
  )::bigint as booked_cents
from days
left join won on won.close_date = days.date
cross join run
where days.date <= run.as_of
  and (days.quarter = 'this' or days.period_start >= run.first_close_date)
order by days.quarter desc, days.date
