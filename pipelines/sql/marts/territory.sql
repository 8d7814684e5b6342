-- one row per territory that a CRM lists, or puts an account or a deal into
create or replace table territory as
with told as (
  select source, territory_id, name, parent_id
  from {{latest_territory}}
  union all by name
  select source, territory_id from territory_assignment
  union all by name
  select source, territory_id from opportunity where territory_id is not null
)
select
  territory_id,
  -- arg_min passes over what is null: the first source that lists it names it
  coalesce(arg_min(name, place), territory_id) as name,
  arg_min(parent_id, place) as parent_id
from told
join source_setting using (source)
group by territory_id
