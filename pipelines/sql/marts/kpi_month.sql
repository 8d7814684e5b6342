-- one row per fiscal month: the quarter and the year it lies in
create or replace table kpi_month as
select
  month.period_start as month_start,
  quarter.period_start as quarter_start,
  year.period_start as year_start
from fiscal_period as month
join fiscal_period as quarter
  on quarter.period = 'quarter'
  and month.period_start between quarter.period_start and quarter.period_end
join fiscal_period as year
  on year.period = 'year'
  and month.period_start between year.period_start and year.period_end
where month.period = 'month'
