-- one row per metric, entity and period: the figures that answers and charts take from kpi, as entities are today
select
  kpi.metric,
  kpi.entity_type,
  kpi.entity_id,
  kpi.period,
  kpi.period_start,
  fiscal_period.label,
  fiscal_period.is_current,
  fiscal_period.is_complete,
  kpi.value,
  kpi.numerator,
  kpi.denominator,
  kpi.n,
  case when kpi.is_too_few then 'too_few' else kpi.status end as status
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
where kpi.view = 'as_is'
  and kpi.breakdown is null
  and kpi.metric = $metric
  and kpi.period = $period
  and kpi.entity_type = $entity_type
order by kpi.entity_id, kpi.period_start
