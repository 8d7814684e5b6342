-- one row per entity, view and fiscal period for which metrics are reported
create or replace view own_cell as
select entity_type, entity_id, view, period, period_start
from kpi_cell
where is_observed
