-- one row per entity, fiscal period, view and breakdown (all, kind) since activities are on record
create or replace table kpi_activity as
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
  where month_start is not null
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
),
counted as (
  select
    * exclude (rep_id, activities),
    sum(activities)::bigint as activity_count,
    -- what nobody known logged is no rep's
    (sum(activities) filter (where rep_id <> 'unassigned'))::bigint as rep_activity_count,
    count(*) filter (where rep_id <> 'unassigned') as active_rep_count
  from by_rep
  group by all
),
viewed as (
  select * replace (unnest(views_of(view)) as view)
  from counted
),
began as (
  select min(happened_on) as first_date from kpi_activity_logged
),
-- an entity that is reported and logged nothing counts zero, once anything is on record
idle as (
  select entity_type, entity_id, view, period, period_start
  from kpi_cell
  join kpi_period using (period, period_start)
  cross join began
  where is_observed and period_end >= first_date
    and entity_type in ('company', 'region', 'team', 'rep', 'territory')
),
reported as (
  from viewed
  union all by name
  select idle.*, 0 as activity_count, 0 as rep_activity_count, 0 as active_rep_count
  from idle
  anti join viewed using (entity_type, entity_id, view, period, period_start)
)
select reported.*, period_start <= first_date as is_cut_short
from reported
cross join began
