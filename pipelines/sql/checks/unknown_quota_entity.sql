-- one row per quota of an entity that nobody knows
with known as (
  select 'rep' as entity_type, rep_id as entity_id from rep
  union
  select 'rep', person_id from known_person
  union
  select 'team', team_id from team
  union
  select 'region', region_id from region
  union
  select 'company', company from setting
)
select staged.entity_type, staged.entity_id, input_file.path, min(staged.line) as line
from {{quota}} as staged
join input_file using (file_id)
anti join known
  on known.entity_type = staged.entity_type and known.entity_id = staged.entity_id
where staged.reject_reason is null
  and coalesce(staged.recorded_on, date '0001-01-01') <= (select as_of from setting)
group by staged.entity_type, staged.entity_id, input_file.path
order by line
