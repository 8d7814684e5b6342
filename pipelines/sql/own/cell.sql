-- one row per entity, view and fiscal period that reports a metric of these entities
select entity_type, entity_id, view, period, period_start
from kpi_cell
where is_observed and list_contains($entity_types, entity_type)
order by entity_type, entity_id, view, period, period_start
