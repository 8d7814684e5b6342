-- one row per record of a user export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(user_id), '') as user_id,
  nullif(trim(name), '') as name,
  nullif(trim(email), '') as email,
  coalesce(read_flag(is_active), true) as is_active,
  nullif(trim(manager), '') as manager_id,
  nullif(trim(role), '') as role_id,
  nullif(trim(team), '') as team,
  nullif(trim(region), '') as region,
  case
    when nullif(trim(user_id), '') is null then 'missing user id'
  end as reject_reason,
  case reject_reason
    when 'missing user id' then 'user_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
