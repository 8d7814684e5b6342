-- one row per record of an export that puts accounts into territories
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(territory), '') as territory_id,
  nullif(trim(account), '') as account_id,
  nullif(trim(cause), '') as cause,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(territory), '') is null then 'missing territory'
    when nullif(trim(account), '') is null then 'missing account'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing territory' then 'territory'
    when 'missing account' then 'account'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
