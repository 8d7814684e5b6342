-- one row per fiscal month of the periods that are cut: what lies in no other counts for none
create or replace table kpi_month as
select kpi_month.*
from main.kpi_month
where exists (
  from fiscal_period
  where month_start between period_start and period_end
)
