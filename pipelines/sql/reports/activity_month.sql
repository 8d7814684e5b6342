-- one row per team or rep, kind of activity and fiscal month of the last thirteen: how many were logged
with recent as (
  select period, period_start
  from fiscal_period
  cross join run
  where period = 'month' and period_start <= as_of
  qualify row_number() over (order by period_start desc) <= 13
)
select
  kpi.entity_type,
  kpi.entity_id,
  kpi.period_start,
  substring(kpi.breakdown, length('kind: ') + 1) as kind,
  kpi.view,
  kpi.value as activity_count
from kpi
join recent on recent.period = kpi.period and recent.period_start = kpi.period_start
where kpi.metric = 'activity_count'
  and starts_with(kpi.breakdown, 'kind: ')
  and kpi.entity_type in ('team', 'rep')
  and (kpi.view = 'as_is' or kpi.entity_type = 'team')
  and kpi.value > 0
order by kpi.entity_type, kpi.entity_id, kpi.view, kpi.period_start, kind
