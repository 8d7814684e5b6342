-- one row per rep and span of dates in one team, with the day from which that was known
create or replace table rep_assignment as
with last_written as (
  select *
  from {{user}}
  where reject_reason is null
  qualify row_number() over (
    partition by source, user_id, drop_date order by row_order desc
  ) = 1
),
moment as (
  select source, user_id, drop_date from last_written
  union
  select source, user_id, drop_date from user_placement
),
-- some CRMs tell a user's teams in a file of their own, which may come in another drop
told as (
  select
    moment.source,
    moment.user_id,
    moment.drop_date,
    coalesce(users.team, placed.team) as team,
    users.region,
    users.manager_id,
    coalesce(role.name, users.role_id) as role
  from moment
  asof left join last_written as users
    on users.source = moment.source and users.user_id = moment.user_id
    and moment.drop_date >= users.drop_date
  asof left join user_placement as placed
    on placed.source = moment.source and placed.user_id = moment.user_id
    and moment.drop_date >= placed.drop_date
  left join (
    select source, role_id, arg_max(name, row_order) as name
    from {{user_role}}
    where reject_reason is null
    group by source, role_id
  ) as role on role.source = users.source and role.role_id = users.role_id
),
-- what a drop says of a user holds until another drop says otherwise
changed as (
  select *
  from told
  window drops as (partition by source, user_id order by drop_date)
  qualify row_number() over drops = 1
    or (team, region, manager_id, role) is distinct from lag((team, region, manager_id, role)) over drops
),
moved as (
  select
    *,
    case when row_number() over moves = 1 then date '0001-01-01' else drop_date end as valid_from,
    lead(drop_date, 1, date '9999-12-31') over moves as valid_to
  from changed
  window moves as (partition by user_id order by drop_date, source)
)
select
  person_id as rep_id,
  team_id,
  region_id,
  manager_id,
  role,
  valid_from,
  valid_to,
  known_from
from roster_person
union all
select
  rep_alias.rep_id,
  coalesce(moved.team, 'unassigned'),
  coalesce(moved.region, 'unassigned'),
  moved.manager_id,
  moved.role,
  coalesce(moved.valid_from, date '0001-01-01'),
  coalesce(moved.valid_to, date '9999-12-31'),
  coalesce(moved.drop_date, date '0001-01-01')
from rep_alias
left join moved on moved.user_id = rep_alias.alias
where not rep_alias.is_rostered and rep_alias.alias = rep_alias.rep_id
union all
select
  'unassigned', 'unassigned', 'unassigned', null, null,
  date '0001-01-01', date '9999-12-31', date '0001-01-01'
from setting
