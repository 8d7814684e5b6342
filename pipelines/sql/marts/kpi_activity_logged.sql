-- one row per activity logged by the as-of date
create or replace table kpi_activity_logged as
select
  activity_id,
  null::varchar as opportunity_id,
  coalesce(rep_id, 'unassigned') as rep_id,
  null::varchar as segment,
  null::varchar as territory_id,
  activity_date as happened_on,
  kind
from activity
cross join run
where activity_date <= as_of
