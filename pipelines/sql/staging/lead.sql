-- one row per record of a lead export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(lead_id), '') as lead_id,
  nullif(trim(status), '') as status,
  nullif(trim(lead_source), '') as lead_source,
  nullif(trim(campaign), '') as campaign_id,
  nullif(trim(owner), '') as owner_id,
  {{read_created}}(created) as created_date,
  {{read_converted}}(converted) as converted_date,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(account), '') as account_id,
  coalesce(read_flag(is_converted), false) as is_converted,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(lead_id), '') is null then 'missing lead id'
    when nullif(trim(created), '') is not null and created_date is null then 'unparsable created date'
  end as reject_reason,
  case reject_reason
    when 'unparsable created date' then created
  end as reject_value
from {{located}}
