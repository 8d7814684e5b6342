-- one row per metric, company, region, team or rep, quarter or year, and view: the cells of the scorecard
select
  kpi.metric,
  kpi.entity_type,
  kpi.entity_id,
  kpi.period,
  kpi.period_start,
  kpi.view,
  kpi.value,
  kpi.lower_quartile,
  kpi.median,
  kpi.upper_quartile,
  kpi.status
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
cross join run
where kpi.breakdown is null
  and kpi.period in ('quarter', 'year')
  and kpi.entity_type in ('company', 'region', 'team', 'rep')
  and fiscal_period.period_start <= run.as_of
  and fiscal_period.period_end >= run.first_close_date
order by kpi.entity_type, kpi.entity_id, kpi.period, kpi.period_start, kpi.view, kpi.metric
