-- one row per record of an opportunity team export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(member_id), '') as member_id,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim("user"), '') as user_id,
  nullif(trim(role), '') as role,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(member_id), '') is null then 'missing member id'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim("user"), '') is null then 'missing user'
  end as reject_reason,
  case reject_reason
    when 'missing member id' then 'member_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing user' then 'user'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
