-- one row per rep and fiscal year up to the current one: attainment of the year's quota, complete or to date
select
  kpi.entity_id as rep_id,
  coalesce(rep.name, kpi.entity_id) as rep,
  rep.team_id,
  rep.region_id,
  coalesce(not rep.is_active, false) as has_left,
  kpi.period_start,
  fiscal_period.period_end,
  fiscal_period.label,
  fiscal_period.is_complete,
  kpi.value as attainment,
  kpi.numerator::bigint as booked_cents,
  kpi.denominator::bigint as quota_cents
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
left join rep on rep.rep_id = kpi.entity_id
cross join run
where kpi.metric = 'quota_attainment'
  and kpi.entity_type = 'rep'
  and kpi.period = 'year'
  and kpi.view = 'as_is'
  and kpi.breakdown is null
  and kpi.denominator > 0
  and fiscal_period.period_start <= run.as_of
order by kpi.period_start, kpi.entity_id
