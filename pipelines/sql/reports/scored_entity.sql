-- one row per company, region, team, rep and territory with the entity above it: what a scorecard can be drilled to
with placed as (
  select
    rep.rep_id,
    rep.name,
    rep.is_active,
    team.team_id,
    region.region_id
  from rep
  left join team on team.team_id = rep.team_id
  left join region on region.region_id = rep.region_id
)
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
select 4, 'rep', rep_id, name,
  -- who is in no team is found under the region, or the company
  case
    when team_id is not null then 'team'
    when region_id is not null then 'region'
    else 'company'
  end,
  coalesce(team_id, region_id, company),
  is_active
from placed
cross join run
union all
select 5, 'territory', territory_id, name, 'company', company, true
from territory
cross join run
order by position, name, entity_id
