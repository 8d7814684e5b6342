-- one row per account of a source: the company's account that it is, and the key that told
create or replace table account_match as
with recursive placed as (
  select account.source, source_setting.place, account.account_id, account.name, account.domain
  from {{latest_account}} as account
  join source_setting using (source)
  where not account.is_deleted
),
keyed as (
  select
    placed.source,
    placed.place,
    placed.account_id,
    match_key.key,
    match_key.place as key_place,
    case match_key.key
      when 'domain' then domain
      else regexp_replace(lower(trim(name)), '\s+', ' ', 'g')
    end as value
  from placed
  join match_key on match_key.object = 'account'
),
counted as (
  select *, count(*) over (partition by source, key, value) as sharing
  from keyed
  where value is not null
),
candidate as (
  select
    later.source,
    later.account_id,
    earlier.source as to_source,
    earlier.account_id as to_id,
    earlier.place as to_place,
    later.key,
    later.key_place,
    -- a key that two accounts of one source have tells neither of them
    later.sharing > 1 or earlier.sharing > 1 as is_ambiguous
  from counted as later
  join counted as earlier
    on earlier.key = later.key and earlier.value = later.value and earlier.place < later.place
),
first_choice as (
  from candidate
  where not is_ambiguous
  qualify row_number() over (partition by source, account_id order by key_place, to_place) = 1
),
chosen as (
  from first_choice
  -- two accounts of a source aren't one because the one has its domain and the other its name
  qualify row_number() over (
    partition by source, to_source, to_id order by key_place, account_id
  ) = 1
),
followed as (
  select source, account_id, to_source, to_id, key, key_place
  from chosen
  union all
  select followed.source, followed.account_id, chosen.to_source, chosen.to_id, followed.key, followed.key_place
  from followed
  join chosen on chosen.source = followed.to_source and chosen.account_id = followed.to_id
),
settled as (
  from followed
  anti join chosen on chosen.source = followed.to_source and chosen.account_id = followed.to_id
  -- nor by way of a source between
  qualify row_number() over (
    partition by source, to_source, to_id order by key_place, account_id
  ) = 1
),
first_use as (
  select account_id, min(place) as place
  from placed
  group by account_id
),
named as (
  select
    placed.source,
    placed.account_id,
    -- an id that an earlier source uses for another account
    case when placed.place > first_use.place then placed.source || ':' || placed.account_id
      else placed.account_id end as own_id
  from placed
  join first_use using (account_id)
)
select
  named.source,
  named.account_id,
  coalesce(target.own_id, named.own_id) as matched_id,
  coalesce(settled.to_source, named.source) as matched_source,
  settled.key as matched_by,
  settled.key is null and exists (
    from candidate
    where candidate.source = named.source and candidate.account_id = named.account_id
  ) as is_ambiguous
from named
left join settled on settled.source = named.source and settled.account_id = named.account_id
left join named as target
  on target.source = settled.to_source and target.account_id = settled.to_id
