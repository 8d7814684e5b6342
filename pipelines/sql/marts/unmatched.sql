-- one row per account or rep that several sources were to be matched by, and no key matched
create or replace table unmatched as
with tried as (
  select object, string_agg(key, ', ' order by place) as keys
  from match_key
  group by object
)
select
  'account' as object,
  account.source,
  account_match.account_id as entity_id,
  account.name,
  tried.keys as keys_tried
from account_match
join tried on tried.object = 'account'
join source_setting using (source)
join account on account.account_id = account_match.matched_id
-- an account of the first source has none to be matched with
where account_match.matched_by is null and source_setting.place > 1
union all
select 'rep', rep_match.source, rep_match.alias, rep_match.name, concat_ws(', ', 'crm_user_id', tried.keys)
from rep_match
left join tried on tried.object = 'rep'
join source_setting using (source)
where rep_match.matched_by is null and rep_match.is_owner
  -- one source without a declared key has nothing to match: checks name its unknown owners
  and (tried.keys is not null or (select count(*) from source_setting where last_drop is not null) > 1)
  -- without a roster a rep of the first source has none to be matched with
  and (exists (from roster_person) or tried.keys is not null and source_setting.place > 1)
