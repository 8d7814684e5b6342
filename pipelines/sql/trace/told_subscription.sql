-- one row per subscription: its account and the row that told of it
create or replace temp view trace_told as
select
  subscription_id as row_id,
  account.name,
  null::varchar as rep_id,
  subscription.source_file_id,
  subscription.source_line
from subscription
left join account on account.account_id = subscription.account_id
