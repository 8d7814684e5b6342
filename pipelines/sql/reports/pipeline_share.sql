-- one row per complete fiscal quarter: the company's shares of deals that slipped and that were pushed
select
  fiscal_period.label,
  kpi.period_start,
  max(kpi.value) filter (where kpi.metric = 'slip_rate') as slip_rate,
  max(kpi.numerator) filter (where kpi.metric = 'slip_rate')::bigint as count_slipped,
  max(kpi.denominator) filter (where kpi.metric = 'slip_rate')::bigint as count_called,
  max(kpi.value) filter (where kpi.metric = 'push_rate') as push_rate,
  max(kpi.numerator) filter (where kpi.metric = 'push_rate')::bigint as count_pushed,
  max(kpi.denominator) filter (where kpi.metric = 'push_rate')::bigint as count_dated,
  max(kpi.value) filter (where kpi.metric = 'push_rate_value') as push_rate_value
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
  and fiscal_period.is_complete
where kpi.metric in ('slip_rate', 'push_rate', 'push_rate_value')
  and kpi.entity_type = 'company'
  and kpi.period = 'quarter'
  and kpi.view = 'as_is'
  and kpi.breakdown is null
  and kpi.status = 'ok'
group by fiscal_period.label, kpi.period_start
having count(kpi.value) > 0
order by kpi.period_start
