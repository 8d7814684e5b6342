-- one row per entity that has figures
select distinct entity_type, entity_id
from kpi
order by entity_type, entity_id
