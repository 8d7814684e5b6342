-- one row per account that a scenario may move, with the rep who has it
select
  quota_input_movable.account_id,
  coalesce(account.name, quota_input_movable.account_id) as account,
  quota_input_movable.rep_id
from quota_input_movable
join account using (account_id)
order by quota_input_movable.rep_id, quota_input_movable.account_id
