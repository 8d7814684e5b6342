-- one row per subscription: its account and the row that told of it
create or replace temp view trace_told as
with named as (
  -- two sources may use one id: the name of the first
  select account_id, arg_min(account.name, place) as name
  from account
  join source_setting using (source)
  group by account_id
)
select
  subscription_id as row_id,
  named.name,
  null::varchar as rep_id,
  subscription.source_file_id,
  subscription.source_line
from subscription
left join named on named.account_id = subscription.account_id
