-- one row per entity, fiscal period that is cut and view for which metrics are reported
create or replace table kpi_cell as
select kpi_cell.*
from main.kpi_cell
semi join fiscal_period using (period, period_start)
where is_observed
