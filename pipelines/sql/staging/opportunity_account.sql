-- one row per record of an export that links opportunities to accounts
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(account), '') as account_id,
  read_flag(is_primary) as is_primary,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim(account), '') is null then 'missing account'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing account' then 'account'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
