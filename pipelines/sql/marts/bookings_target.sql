-- one row per entity and fiscal period with a target for its bookings, and where that comes from
create or replace table bookings_target as
with
-- the company's quota is its plan
written as (
  select
    entity_type, entity_id, period, period_start, quota_cents as target_cents,
    case when entity_type = 'company' then 'plan' else 'quota' end as target_source
  from kpi_quota
),
-- of goals on the same bookings the one that stands last in the file
aimed as (
  select
    entity_type, entity_id, fiscal_period.period, fiscal_period.period_start,
    round(target)::bigint as target_cents,
    'plan' as target_source
  from goal
  join fiscal_period
    on fiscal_period.period_start = goal.start_date
    and fiscal_period.period_end = goal.due_date
  where metric = 'bookings' and measure = 'sum'
  qualify row_number() over (
    partition by entity_type, entity_id, fiscal_period.period, fiscal_period.period_start
    order by position desc
  ) = 1
),
placed as (
  select
    rep_id,
    company,
    coalesce(region_id, 'unassigned') as region_id,
    coalesce(team_id, 'unassigned') as team_id
  from rep
  cross join run
),
-- where nothing else is on file for a group, what its reps are asked for
held as (
  select period, period_start, quota_cents, company, region_id, team_id
  from kpi_quota
  join placed on placed.rep_id = kpi_quota.entity_id
  where kpi_quota.entity_type = 'rep'
),
summed as (
  select 'company' as entity_type, company as entity_id, period, period_start, sum(quota_cents)::bigint as target_cents
  from held
  group by all
  union all
  select 'region', region_id, period, period_start, sum(quota_cents)::bigint
  from held
  group by all
  union all
  select 'team', team_id, period, period_start, sum(quota_cents)::bigint
  from held
  group by all
),
fallback as (
  from aimed anti join written using (entity_type, entity_id, period, period_start)
),
known as (
  from written
  union all by name
  from fallback
),
every_target as (
  from known
  union all by name
  select summed.*, 'quota' as target_source
  from summed
  anti join known using (entity_type, entity_id, period, period_start)
)
from every_target
-- nothing to reach is no target
where target_cents > 0
