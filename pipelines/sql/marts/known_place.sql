-- one row per role and team that the roster or the CRM names, be it recorded after the as-of
create or replace table known_place as
select role, coalesce(team, 'unassigned') as team_id
from {{recorded_roster}}
where reject_reason is null
union
select role, team_id
from rep_assignment
where rep_id <> 'unassigned'
order by all
