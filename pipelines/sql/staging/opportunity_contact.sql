-- one row per record of an export that links opportunities to contacts
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(contact), '') as contact_id,
  nullif(trim(role), '') as role,
  read_flag(is_primary) as is_primary,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim(contact), '') is null then 'missing contact'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing contact' then 'contact'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
