-- one row per metric: its definition, and whether any figure of it is known
select
  metric.*,
  exists (from kpi where kpi.metric = metric.metric and kpi.value is not null) as has_figures
from metric
order by position
