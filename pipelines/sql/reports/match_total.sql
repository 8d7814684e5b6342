-- one row per kind of record, source, what it is matched with and the key that told, where there are several sources
with person as (
  select user_id as alias, source
  from crm_user
  where user_id in (from roster_alias select alias)
),
matched as (
  select 'account' as object, source, matched_source as matched_with, matched_by
  from account_match
  where matched_by is not null
  union all
  select 'rep', source, 'roster', 'crm_user_id'
  from person
  union all
  select
    'rep',
    rep_match.source,
    case when rep_match.rep_id in (from roster_person select person_id) then 'roster'
      else (select min(crm_user.source) from crm_user where crm_user.user_id = rep_match.rep_id) end,
    rep_match.matched_by
  from rep_match
  where rep_match.matched_by is not null
)
select object, source, matched_with, matched_by, count(*) as count_matched
from matched
where (select count(*) from source_setting where place is not null) > 1
group by object, source, matched_with, matched_by
order by object, source, matched_with, matched_by
