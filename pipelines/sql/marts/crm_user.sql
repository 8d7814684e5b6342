-- one row per CRM user, as the latest drop says
create or replace table crm_user as
with role as (
  select source, role_id, arg_max(name, row_order) as name
  from {{user_role}}
  where reject_reason is null
  group by source, role_id
),
latest as (
  select source, user_id, max(row_order) as row_order
  from {{user}}
  where reject_reason is null
  group by source, user_id
),
-- a user of several teams counts in the primary one
placed as (
  select
    member.source,
    member.user_id,
    arg_min(coalesce(team.name, member.team_id), (not coalesce(member.is_primary, false), member.team_id))
      as team
  from {{latest_user_team_member}} as member
  left join {{latest_user_team}} as team
    on team.source = member.source and team.team_id = member.team_id
  group by member.source, member.user_id
)
select
  users.source,
  users.user_id,
  coalesce(users.name, users.user_id) as name,
  users.email,
  users.is_active,
  users.manager_id,
  coalesce(role.name, users.role_id) as role,
  coalesce(users.team, placed.team) as team,
  users.region
from {{user}} as users
semi join latest
  on latest.source = users.source and latest.user_id = users.user_id
  and latest.row_order = users.row_order
left join placed on placed.source = users.source and placed.user_id = users.user_id
left join role on role.source = users.source and role.role_id = users.role_id
where users.reject_reason is null
