-- one row per breakdown of the figure that is asked for
select breakdown, value, numerator, denominator, n, status
from kpi
where metric = $metric
  and entity_type = $entity_type
  and entity_id = $entity_id
  and period = $period
  and period_start = $period_start::date
  and view = $view
order by breakdown nulls first
