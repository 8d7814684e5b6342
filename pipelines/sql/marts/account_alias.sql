-- one row per id or name by which a source's records may tell an account
create or replace table account_alias as
with named as (
  select source, name as alias, min(account_id) as account_id
  from account
  where name is not null
  group by source, name
  -- a name that two accounts bear tells neither
  having count(*) = 1
)
select source, account_id as alias, account_id
from account
union all
select named.source, named.alias, named.account_id
from named
anti join account on account.source = named.source and account.account_id = named.alias
