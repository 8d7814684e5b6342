-- one row per record of a role export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(role_id), '') as role_id,
  nullif(trim(name), '') as name,
  nullif(trim(parent), '') as parent_id,
  case
    when nullif(trim(role_id), '') is null then 'missing role id'
  end as reject_reason,
  case reject_reason
    when 'missing role id' then 'role_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
