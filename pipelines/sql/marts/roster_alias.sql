-- one row per person of the roster and id under which a CRM knows the person
create or replace table roster_alias as
with listed as (
  select distinct trim(unnest(string_split(crm_user_id, ';'))) as alias, person_id as rep_id
  from roster_person
)
from listed where alias <> ''
