-- one row per day at which a look ahead begins: each fiscal quarter's first with enough months of data behind it, and the first day after the last complete month
create or replace table quota_origin as
with
month as (
  select period_start, period_end
  from fiscal_period
  cross join run
  where period = 'month' and is_complete and period_end >= first_close_date
),
span as (
  select
    min(period_start) as first_month,
    (max(period_end) + interval 1 day)::date as next_month,
    -- a year behind the first look, or half of what there is
    least(12, count(*) // 2)::integer as behind
  from month
  having count(*) > 0
)
select
  period_start as origin,
  datediff('month', first_month, period_start)::integer as month_number,
  period_start = next_month as is_current
from fiscal_period
cross join span
where period = 'month'
  and period_start >= first_month + to_months(behind)
  and (
    period_start = next_month
    or period_start < next_month
      and period_start in (select quarter.period_start from fiscal_period as quarter where quarter.period = 'quarter')
  )
order by origin
