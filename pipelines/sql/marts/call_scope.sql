-- one row per person with people under them: the team, region or company that a forecast of theirs adds up
create or replace table call_scope as
with recursive
under as (
  select manager_id as person_id, rep_id
  from rep
  where manager_id is not null
  union
  select under.person_id, rep.rep_id
  from under
  join rep on rep.manager_id = under.rep_id
),
reach as (
  select
    under.person_id,
    count(distinct rep.team_id) filter (rep.team_id <> 'unassigned') as count_teams,
    min(rep.team_id) filter (rep.team_id <> 'unassigned') as team_id,
    count(distinct rep.region_id) filter (rep.region_id <> 'unassigned') as count_regions,
    min(rep.region_id) filter (rep.region_id <> 'unassigned') as region_id
  from under
  join rep on rep.rep_id = under.rep_id
  group by under.person_id
)
select
  person_id,
  case when count_teams = 1 then 'team' when count_regions = 1 then 'region' else 'company' end
    as entity_type,
  case when count_teams = 1 then team_id when count_regions = 1 then region_id else company end
    as entity_id
from reach
cross join setting
where count_teams > 0
