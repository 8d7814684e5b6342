-- one row per period whose forecast is compared with earlier ones, the one in progress of each grain first
select distinct
  fiscal_period.period,
  fiscal_period.period_start,
  fiscal_period.period_end,
  fiscal_period.label,
  fiscal_period.is_current
from forecast_change as change
join fiscal_period using (period, period_start)
order by fiscal_period.period, fiscal_period.period_start
