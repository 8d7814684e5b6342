-- one row per rep and span of dates in one team, the first reaching back to the beginning
create or replace table kpi_assignment as
select
  rep_id,
  team_id,
  region_id,
  case when row_number() over history = 1 then date '0001-01-01' else valid_from end as valid_from,
  lead(valid_from, 1, date '9999-12-31') over history as valid_to
from rep_assignment
window history as (partition by rep_id order by valid_from)
