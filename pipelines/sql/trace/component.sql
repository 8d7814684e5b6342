-- one row per breakdown of an entity and period in the table that a metric's figures are divided from
select *
from {{components}}
where entity_type = $entity_type
  and entity_id = $entity_id
  and period = $period
  and period_start = $period_start::date
  and view = $view
order by all
