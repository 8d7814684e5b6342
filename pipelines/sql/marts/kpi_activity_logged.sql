-- one row per rep, territory, day and kind of the activities logged by the as-of date
create or replace table kpi_activity_logged as
select
  null::varchar as opportunity_id,
  rep_id,
  null::varchar as segment,
  territory_id,
  activity_date as happened_on,
  kind,
  count(*) as activities
from activity
cross join run
where activity_date <= as_of
group by all
