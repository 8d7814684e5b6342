-- one row per fiscal period: where it lies to the as-of date and to the beginning of the data
select
  fiscal_period.period,
  fiscal_period.period_start,
  fiscal_period.period_end,
  fiscal_period.label,
  fiscal_period.is_complete,
  fiscal_period.is_current,
  kpi_period.is_cut_off
from fiscal_period
join kpi_period
  on kpi_period.period = fiscal_period.period
  and kpi_period.period_start = fiscal_period.period_start
order by fiscal_period.period, fiscal_period.period_start
