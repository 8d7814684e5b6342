-- one row per record of an export that puts users into territories
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(territory), '') as territory_id,
  nullif(trim("user"), '') as user_id,
  nullif(trim(role), '') as role,
  coalesce(read_flag(is_active), true) as is_active,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(territory), '') is null then 'missing territory'
    when nullif(trim("user"), '') is null then 'missing user'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing territory' then 'territory'
    when 'missing user' then 'user'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
