-- one row per id or name by which a source's records may tell an account
create or replace table account_alias as
with named as (
  select account.source, account.name as alias, min(account_match.matched_id) as account_id
  from {{latest_account}} as account
  join account_match
    on account_match.source = account.source and account_match.account_id = account.account_id
  where account.name is not null
  group by account.source, account.name
  -- a name that two accounts bear tells neither
  having count(*) = 1
)
select source, account_id as alias, matched_id as account_id
from account_match
union all
select named.source, named.alias, named.account_id
from named
anti join account_match
  on account_match.source = named.source and account_match.account_id = named.alias
