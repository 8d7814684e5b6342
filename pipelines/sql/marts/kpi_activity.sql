-- one row per entity, fiscal period, view and breakdown (all, kind) since activities are on record
create or replace table kpi_activity as
with
-- no rep stands in two parts
counted as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    breakdown,
    sum(activity_count)::bigint as activity_count,
    sum(rep_activity_count)::bigint as rep_activity_count,
    sum(active_rep_count)::bigint as active_rep_count
  from kpi_activity_counted
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
