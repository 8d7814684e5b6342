-- one row per company, region or team and fiscal quarter from the current one on: its open pipeline, the quota it must cover, and the coverage needed
select
  coverage.entity_type,
  coverage.entity_id,
  coverage.period_start,
  fiscal_period.label,
  fiscal_period.is_current,
  coverage.numerator::bigint as open_cents,
  coverage.denominator::bigint as remaining_quota_cents,
  coverage.n as count_open,
  coverage.value as coverage,
  case when not needed.is_too_few then needed.value end as needed
from kpi as coverage
join fiscal_period
  on fiscal_period.period = coverage.period
  and fiscal_period.period_start = coverage.period_start
left join kpi as needed
  on needed.metric = 'coverage_needed'
  and needed.entity_type = coverage.entity_type
  and needed.entity_id = coverage.entity_id
  and needed.period = coverage.period
  and needed.period_start = coverage.period_start
  and needed.view = coverage.view
  and needed.breakdown is null
where coverage.metric = 'pipeline_coverage'
  and coverage.entity_type in ('company', 'region', 'team')
  and coverage.period = 'quarter'
  and coverage.view = 'as_is'
  and coverage.breakdown is null
order by
  array_position(['company', 'region', 'team'], coverage.entity_type),
  coverage.entity_id,
  coverage.period_start
