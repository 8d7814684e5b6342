-- one row per entity, fiscal period, view, breakdown (all, kind) and part of the reps with activities on record
create or replace temp view kpi_activity_counted_part as
with
-- a rep once a month, so that reps are counted without a second look at every activity
monthly as (
  select
    entity_type,
    entity_id,
    rep_id,
    view,
    kind,
    month_start,
    quarter_start,
    year_start,
    sum(activities) as activities
  from kpi_activity_logged_entity
  where month_start is not null and in_part(rep_id)
  group by all
),
dated as (
  select
    *,
    start_of(period, month_start, quarter_start, year_start) as period_start
  from monthly
  cross join grains()
),
by_rep as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    rep_id,
    case when grouping(kind) = 0 then 'kind: ' || kind end as breakdown,
    sum(activities) as activities
  from dated
  group by grouping sets (
    (entity_type, entity_id, view, period, period_start, rep_id),
    (entity_type, entity_id, view, period, period_start, rep_id, kind)
  )
)
select
  * exclude (rep_id, activities),
  sum(activities)::bigint as activity_count,
  -- what nobody known logged is no rep's
  (sum(activities) filter (where rep_id <> 'unassigned'))::bigint as rep_activity_count,
  count(*) filter (where rep_id <> 'unassigned') as active_rep_count
from by_rep
group by all
