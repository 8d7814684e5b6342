-- one row per day at whose end a forecast is made: the as-of date, the same point of 36 earlier months, the ends of 13 weeks
create or replace table forecast_cutoff as
with asked as (
  select as_of as cutoff, true as is_monthly, true as is_weekly
  from run
  union all
  -- as many days before its month's end as the as-of date is, within its month
  select
    greatest(month_start, last_day(month_start) - (last_day(as_of) - as_of)::integer),
    true,
    false
  from (
    select as_of, (date_trunc('month', as_of) - to_months(back::integer))::date as month_start
    from run
    cross join range(1, 37) as earlier(back)
  )
  union all
  select as_of - (7 * back)::integer, false, true
  from run
  cross join range(1, 14) as earlier(back)
)
select
  cutoff,
  date_trunc('month', cutoff)::date as origin_start,
  bool_or(is_monthly) as is_monthly,
  bool_or(is_weekly) as is_weekly,
  cutoff = as_of as is_as_of
from asked
cross join run
where cutoff = as_of or cutoff >= first_close_date
group by cutoff, as_of
