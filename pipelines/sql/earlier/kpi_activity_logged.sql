-- one row per rep, territory, day and kind of the activities logged by the day
create or replace view kpi_activity_logged as
select logged.*
from main.kpi_activity_logged as logged
cross join run
where happened_on <= as_of
