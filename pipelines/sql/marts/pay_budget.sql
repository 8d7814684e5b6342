-- one row per month, quarter and year with a budget for commission: its own, else the sum of its months or quarters where all have one
create or replace table pay_budget as
with
own as (
  select period, period_start, sum(amount_cents)::bigint as budget_cents
  from budget
  where category = 'commission' and kind = 'budget'
  group by period, period_start
),
month_sum as (
  select quarter.period, quarter.period_start, sum(own.budget_cents)::bigint as budget_cents
  from own
  join fiscal_period as quarter
    on quarter.period = 'quarter' and own.period_start between quarter.period_start and quarter.period_end
  where own.period = 'month'
  group by quarter.period, quarter.period_start
  having count(*) = 3
),
planned_quarter as (
  select * from own where period = 'quarter'
  union all
  select * from month_sum anti join own using (period, period_start)
),
quarter_sum as (
  select year.period, year.period_start, sum(planned_quarter.budget_cents)::bigint as budget_cents
  from planned_quarter
  join fiscal_period as year
    on year.period = 'year' and planned_quarter.period_start between year.period_start and year.period_end
  group by year.period, year.period_start
  having count(*) = 4
)
select * from own where period in ('month', 'year')
union all
select * from planned_quarter
union all
select * from quarter_sum anti join own using (period, period_start)
