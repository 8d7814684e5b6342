-- one row per rep and span of dates in one team
create or replace table rep_assignment as
with crm as (
  select
    user_id,
    min(team) as team,
    min(region) as region,
    min(manager_id) as manager_id,
    min(role) as role
  from crm_user
  group by user_id
)
select
  person_id as rep_id,
  team_id,
  region_id,
  manager_id,
  role,
  valid_from,
  valid_to
from roster_person
union all
select
  rep_alias.rep_id,
  coalesce(crm.team, 'unassigned'),
  coalesce(crm.region, 'unassigned'),
  crm.manager_id,
  crm.role,
  date '0001-01-01',
  date '9999-12-31'
from rep_alias
left join crm on crm.user_id = rep_alias.alias
where not rep_alias.is_rostered
union all
select 'unassigned', 'unassigned', 'unassigned', null, null, date '0001-01-01', date '9999-12-31'
from setting
