-- one row per company, region or team and month or quarter not yet complete: the forecast of its bookings and its quota
select
  forecast.entity_type,
  forecast.entity_id,
  forecast.period,
  forecast.period_start,
  fiscal_period.label,
  fiscal_period.is_current,
  forecast.cutoff,
  forecast.model,
  forecast.mean_cents,
  forecast.lower_50_cents,
  forecast.upper_50_cents,
  forecast.lower_80_cents,
  forecast.upper_80_cents,
  forecast.lower_95_cents,
  forecast.upper_95_cents,
  kpi_quota.quota_cents
from forecast
join fiscal_period
  on fiscal_period.period = forecast.period
  and fiscal_period.period_start = forecast.period_start
left join kpi_quota
  on kpi_quota.entity_type = forecast.entity_type
  and kpi_quota.entity_id = forecast.entity_id
  and kpi_quota.period = forecast.period
  and kpi_quota.period_start = forecast.period_start
where forecast.target = 'bookings'
  -- what was never booked is forecast as unknown
  and forecast.mean_cents is not null
  and forecast.period in ('month', 'quarter')
  and not fiscal_period.is_complete
order by forecast.entity_type, forecast.entity_id, forecast.period, forecast.period_start
