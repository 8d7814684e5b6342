-- one row per company, region or team with a quota, fiscal period, view and level: what is assigned below
create or replace table kpi_assigned as
with
below as (
  select 'company' as entity_type, company as entity_id, period, period_start, 'regions' as level,
    quota_cents
  from kpi_quota
  cross join run
  where kpi_quota.entity_type = 'region'
  union all
  select
    unnest([
      {entity_type: 'company', entity_id: company},
      {entity_type: 'region', entity_id: team.region_id}
    ], max_depth := 2),
    period, period_start, 'teams', quota_cents
  from kpi_quota
  join team on kpi_quota.entity_type = 'team' and kpi_quota.entity_id = team.team_id
  cross join run
),
assigned as (
  select entity_type, entity_id, view, period, period_start, 'reps' as level, quota_cents
  from kpi_rep_entity
  union all by name
  select *, unnest(views_of('both')) as view
  from below
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    level,
    sum(quota_cents)::bigint as assigned_quota_cents,
    count(*) as assigned_count
  from assigned
  group by all
),
-- the whole is what reps carry; the levels between stand beside it
leveled as (
  select *, unnest(case level when 'reps' then [null, 'reps'] else [level] end) as breakdown
  from summed
)
select
  leveled.* exclude (level),
  quota_cents as target_cents,
  assigned_quota_cents - quota_cents as over_assigned_cents
from leveled
join kpi_quota using (entity_type, entity_id, period, period_start)
