-- one row per activity logged by the as-of date and entity it counts for
create or replace temp view trace_part as
with placed as (
  select distinct
    entity_type,
    entity_id,
    view,
    month_start,
    quarter_start,
    year_start,
    rep_id,
    territory_id,
    happened_on,
    kind
  from kpi_activity_logged_entity
)
select
  placed.* exclude (rep_id, territory_id, happened_on, kind),
  activity_id as row_id,
  happened_on as dated,
  placed.kind as state,
  ['kind: ' || placed.kind] as breakdowns,
  1 as activity_count,
  case when activity.rep_id <> 'unassigned' then 1 end as rep_activity_count
from placed
join activity
  on activity.rep_id = placed.rep_id
  and activity.territory_id is not distinct from placed.territory_id
  and activity.activity_date = placed.happened_on
  and activity.kind = placed.kind
