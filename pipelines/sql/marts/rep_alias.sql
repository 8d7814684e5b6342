-- one row per name under which a CRM knows a rep
create or replace table rep_alias as
with rostered as (
  select distinct trim(unnest(string_split(crm_user_id, ';'))) as alias, person_id as rep_id
  from roster_person
),
owner as (
  select distinct owner_id
  from {{opportunity}}
  where owner_id is not null
),
is_anyone_known as (
  select exists (from rostered) or exists (from crm_user) as known
)
select alias, min(rep_id) as rep_id, true as is_rostered
from rostered
where alias <> ''
group by alias
union all
-- a CRM user who owns something is a rep, on the roster or not; without a list of users every owner is
select owner.owner_id, owner.owner_id, false
from owner
cross join is_anyone_known
where owner.owner_id not in (from rostered select alias where alias is not null)
  and (owner.owner_id in (from crm_user select user_id) or not is_anyone_known.known)
