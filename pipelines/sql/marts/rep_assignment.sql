-- one row per rep and span of dates in one team, with the day from which that was known
create or replace table rep_assignment as
with told as (
  select
    users.source,
    users.user_id,
    users.drop_date,
    users.team,
    users.region,
    users.manager_id,
    coalesce(role.name, users.role_id) as role
  from {{user}} as users
  left join (
    select source, role_id, arg_max(name, row_order) as name
    from {{user_role}}
    where reject_reason is null
    group by source, role_id
  ) as role on role.source = users.source and role.role_id = users.role_id
  where users.reject_reason is null
  qualify row_number() over (
    partition by users.source, users.user_id, users.drop_date order by users.row_order desc
  ) = 1
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
where not rep_alias.is_rostered
union all
select
  'unassigned', 'unassigned', 'unassigned', null, null,
  date '0001-01-01', date '9999-12-31', date '0001-01-01'
from setting
