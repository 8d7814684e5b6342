-- one row per entity that a goal may be set for, with the entities above it
create or replace table goal_entity as
with
selling as (
  select distinct opportunity.rep_id
  from opportunity
  cross join setting
  where status = 'open' or close_date > as_of - interval 1 year
),
person as (
  select rep.*, is_active and selling.rep_id is not null as is_selling
  from rep
  left join selling on selling.rep_id = rep.rep_id
)
select 'company' as entity_type, company as entity_id, company as name,
  null as region_id, null as team_id, true as is_selling
from setting
union all
select 'region', region_id, region_id, region_id, null,
  exists (from person where person.region_id = region.region_id and is_selling)
from region
union all
select 'team', team_id, team_id, region_id, team_id,
  exists (from person where person.team_id = team.team_id and is_selling)
from team
union all
select 'rep', rep_id, name, region_id, team_id, is_selling
from person
where rep_id <> 'unassigned'
union all
select distinct 'segment', segment, segment, null, null, true
from opportunity
where segment is not null
union all
select 'territory', territory_id, name, null, null, true
from territory
union all
select 'product', product_id, name, null, null, true from product
