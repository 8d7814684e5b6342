-- one row per region
create or replace table region as
select distinct region_id
from rep_assignment
where region_id <> 'unassigned'
