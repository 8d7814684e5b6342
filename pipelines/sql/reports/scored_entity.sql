-- one row per company, region, team and rep with the entity above it: what a scorecard can be drilled to
select 1 as position, 'company' as entity_type, company as entity_id, company as name,
  null as parent_type, null as parent_id, true as is_active
from run
union all
select 2, 'region', region_id, region_id, 'company', company, true
from region
cross join run
union all
select 3, 'team', team_id, team_id, 'region', region_id,
  exists (from rep where rep.team_id = team.team_id and is_active)
from team
union all
select 4, 'rep', rep_id, name, 'team', team_id, is_active
from rep
order by position, name, entity_id
