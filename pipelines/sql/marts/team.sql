-- one row per team that anyone is or was in
create or replace table team as
with member as (
  select distinct team_id
  from rep_assignment
  where team_id <> 'unassigned'
)
select
  member.team_id,
  (
    select max_by(region_id, (valid_from, rep_id))
    from rep_assignment
    where rep_assignment.team_id = member.team_id
  ) as region_id,
  coalesce(
    (
      select min(rep_id)
      from rep
      where rep.team_id = member.team_id and rep.role ilike '%manager%'
        and rep.role not ilike '%account%' and rep.is_active
    ),
    (select min(manager_id) from rep where rep.team_id = member.team_id and rep.is_active)
  ) as manager_id
from member
