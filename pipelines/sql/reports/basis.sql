-- one row: what the company's settings and its budget leave the reader to know
select
  cac_lag_months,
  gross_margin is not null as has_margin,
  (select list(ramp_share order by month_of_service) from quota_ramp) as ramp,
  (
    select min(month_start)
    from kpi_expense
    where not is_actual and month_start <= as_of
  ) as budgeted_from,
  (select count(*) from kpi_expense) as expense_months
from run
