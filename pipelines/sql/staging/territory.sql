-- one row per record of a territory export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(territory_id), '') as territory_id,
  nullif(trim(name), '') as name,
  nullif(trim(parent), '') as parent_id,
  case
    when nullif(trim(territory_id), '') is null then 'missing territory id'
  end as reject_reason,
  case reject_reason
    when 'missing territory id' then 'territory_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
