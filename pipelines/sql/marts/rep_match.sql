-- one row per CRM user, or owner by name or email, who isn't on the roster by id: who it is, and the key that told
create or replace table rep_match as
with recursive users as (
  select crm_user.source, source_setting.place, crm_user.user_id, crm_user.name, crm_user.email
  from crm_user
  join source_setting using (source)
  anti join roster_alias on roster_alias.alias = crm_user.user_id
),
sought as (
  select source, place, user_id as alias, name, email, true as is_user
  from users
  union all
  -- exports of reports tell an owner by name or email
  select owner.source, source_setting.place, owner.owner_id, owner.owner_id, owner.owner_id, false
  from record_owner as owner
  join source_setting using (source)
  anti join roster_alias on roster_alias.alias = owner.owner_id
  anti join crm_user on crm_user.user_id = owner.owner_id
),
known as (
  select distinct person_id as rep_id, 0 as place, name, email
  from roster_person
  union all
  select user_id, place, name, email
  from users
),
known_key as (
  select distinct known.rep_id, known.place, match_key.key,
    lower(trim(case match_key.key when 'email' then email else name end)) as value
  from known
  join match_key on match_key.object = 'rep'
),
candidate as (
  select
    sought.source,
    sought.alias,
    sought.place,
    known_key.rep_id,
    known_key.place as to_place,
    match_key.key,
    match_key.place as key_place
  from sought
  join match_key on match_key.object = 'rep'
  join known_key
    on known_key.key = match_key.key
    and known_key.value = lower(trim(case match_key.key when 'email' then sought.email else sought.name end))
    and (known_key.place < sought.place or (known_key.place = sought.place and not sought.is_user))
  -- the roster goes before a source, an earlier source before a later one
  qualify known_key.place = min(known_key.place) over (
    partition by sought.source, sought.alias, match_key.key
  )
),
told as (
  select source, alias, key, key_place, min(rep_id) as rep_id
  from candidate
  group by source, alias, key, key_place
  -- what two people share tells neither
  having count(distinct rep_id) = 1
),
chosen as (
  from told
  qualify row_number() over (partition by alias order by key_place, source) = 1
),
followed as (
  select alias, rep_id, key
  from chosen
  union all
  select followed.alias, chosen.rep_id, followed.key
  from followed
  join chosen on chosen.alias = followed.rep_id
),
settled as (
  from followed
  anti join chosen on chosen.alias = followed.rep_id
)
select
  sought.source,
  sought.alias,
  sought.name,
  sought.is_user,
  sought.alias in (from record_owner select owner_id) as is_owner,
  settled.rep_id,
  settled.key as matched_by,
  settled.key is null and exists (
    from candidate where candidate.source = sought.source and candidate.alias = sought.alias
  ) as is_ambiguous
from sought
left join settled on settled.alias = sought.alias
