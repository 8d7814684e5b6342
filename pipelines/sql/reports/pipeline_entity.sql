-- one row per company, region, team, rep, segment and territory whose pipeline can be asked for
with entity as (
  select 1 as position, 'company' as entity_type, company as entity_id, company as label from run
  union all
  select distinct 2, 'region', region_id, region_id from rep_assignment
  union all
  select distinct 3, 'team', team_id, team_id from rep_assignment
  union all
  select 4, 'rep', rep_id, name from rep
  union all
  select distinct 5, 'segment', coalesce(segment, 'unassigned'), coalesce(segment, 'unassigned')
  from opportunity
  union all
  select distinct 6, 'territory', territory_id, coalesce(territory.name, territory_id)
  from opportunity
  left join territory using (territory_id)
  where territory_id is not null
)
select entity_type, entity_id, label
from entity
order by position, label, entity_id
