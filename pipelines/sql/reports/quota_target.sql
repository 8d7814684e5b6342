-- one row per fiscal year that quotas are recommended for: the plan's company target, and the forecast that stands in where there is none
select
  quota_input_target.year_start,
  fiscal_period.label,
  current_year.label as current_label,
  quota_input_target.planned_cents,
  quota_input_target.forecast_cents,
  -- this year's forecast unless the data begin within the year
  current_year.period_start >= date_trunc('month', run.first_close_date) as is_forecast_of_current
from quota_input_target
join fiscal_period
  on fiscal_period.period = 'year'
  and fiscal_period.period_start = quota_input_target.year_start
join fiscal_period as current_year
  on current_year.period = 'year'
  and current_year.is_current
cross join run
group by all
order by quota_input_target.year_start
