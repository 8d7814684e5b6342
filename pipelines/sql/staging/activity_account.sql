-- one row per record of an export that links activities to accounts
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(activity), '') as activity_id,
  nullif(trim(account), '') as account_id,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(activity), '') is null then 'missing activity'
    when nullif(trim(account), '') is null then 'missing account'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing activity' then 'activity'
    when 'missing account' then 'account'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
