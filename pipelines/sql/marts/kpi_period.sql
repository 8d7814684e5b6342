-- one row per fiscal period: where it lies to the as-of date and to the beginning of the data
create or replace table kpi_period as
select
  period,
  period_start,
  period_end,
  is_current,
  period_end >= as_of as is_ahead,
  not is_complete as is_unfinished,
  coalesce(period_start <= first_close_date, false) as is_cut_off,
  -- months of the period that have passed, the day of the as-of date as its share of the month
  case when period_start <= as_of then
    date_diff('month', period_start, least(period_end, as_of))
      + day(least(period_end, as_of)) / day(last_day(least(period_end, as_of)))
  else 0 end as months_elapsed
from fiscal_period
cross join run
