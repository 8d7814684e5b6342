-- one row per record of an export of leads and contacts that a campaign reached
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(member_id), '') as member_id,
  nullif(trim(campaign), '') as campaign_id,
  nullif(trim(lead), '') as lead_id,
  nullif(trim(contact), '') as contact_id,
  nullif(trim(status), '') as status,
  read_flag(has_responded) as has_responded,
  {{read_responded}}(responded) as responded_date,
  {{read_created}}(created) as created_date,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(responded), '') is not null and responded_date is null then 'responded' end,
    case when nullif(trim(created), '') is not null and created_date is null then 'created' end
  ), '') as unread,
  case
    when nullif(trim(member_id), '') is null then 'missing member id'
    when nullif(trim(campaign), '') is null then 'missing campaign'
  end as reject_reason,
  case reject_reason
    when 'missing member id' then 'member_id'
    when 'missing campaign' then 'campaign'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
