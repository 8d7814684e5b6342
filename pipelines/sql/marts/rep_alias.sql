-- one row per name under which a CRM knows a rep
create or replace table rep_alias as
with owner as (
  select distinct owner_id from record_owner
),
is_anyone_known as (
  select exists (from roster_alias) or exists (from crm_user) as known
),
matched as (
  select alias, min(rep_id) as rep_id
  from rep_match
  where rep_id is not null
  group by alias
),
-- a CRM user who owns something is a rep, on the roster or not; without a list of users every owner is
unrostered as (
  select owner.owner_id
  from owner
  cross join is_anyone_known
  where owner.owner_id in (from crm_user select user_id) or not is_anyone_known.known
  union
  -- also a user who owns something as another source's user
  select rep_id
  from matched
  where rep_id not in (from roster_person select person_id)
)
select alias, min(rep_id) as rep_id, true as is_rostered
from roster_alias
group by alias
union all
select matched.alias, matched.rep_id, matched.rep_id in (from roster_person select person_id)
from matched
union all
select unrostered.owner_id, unrostered.owner_id, false
from unrostered
where unrostered.owner_id not in (from roster_alias select alias)
  and unrostered.owner_id not in (from matched select alias)
