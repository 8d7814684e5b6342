-- one row per team or rep and fiscal quarter up to the current one: its bookings, its quota and what they attain
select
  kpi.entity_type,
  kpi.entity_id,
  kpi.period_start,
  fiscal_period.label,
  fiscal_period.is_complete,
  kpi.view,
  kpi.numerator::bigint as booked_cents,
  kpi.denominator::bigint as quota_cents,
  kpi.value as attainment
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
cross join run
where kpi.metric = 'quota_attainment'
  and kpi.period = 'quarter'
  and kpi.breakdown is null
  and kpi.entity_type in ('team', 'rep')
  and (kpi.view = 'as_is' or kpi.entity_type = 'team')
  and kpi.denominator > 0
  and fiscal_period.period_start <= as_of
order by kpi.entity_type, kpi.entity_id, kpi.view, kpi.period_start
