-- one row per CRM user and drop that puts the user into teams: the primary one
create or replace table user_placement as
select
  member.source,
  member.user_id,
  member.drop_date,
  arg_min(
    coalesce(team.name, member.team_id),
    (not coalesce(member.is_primary, false), member.team_id, member.row_order)
  ) as team
from {{user_team_member}} as member
left join {{latest_user_team}} as team
  on team.source = member.source and team.team_id = member.team_id
where member.reject_reason is null
group by member.source, member.user_id, member.drop_date
