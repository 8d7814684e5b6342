-- one row per record of a contact export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(contact_id), '') as contact_id,
  nullif(trim(name), '') as name,
  nullif(trim(email), '') as email,
  nullif(trim(title), '') as title,
  nullif(trim(account), '') as account_id,
  nullif(trim(owner), '') as owner_id,
  {{read_created}}(created) as created_date,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(created), '') is not null and created_date is null then 'created' end
  ), '') as unread,
  case
    when nullif(trim(contact_id), '') is null then 'missing contact id'
  end as reject_reason,
  case reject_reason
    when 'missing contact id' then 'contact_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
