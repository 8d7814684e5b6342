-- one row per record of a product export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(product_id), '') as product_id,
  nullif(trim(name), '') as name,
  nullif(trim(family), '') as family,
  case
    when nullif(trim(product_id), '') is null then 'missing product id'
  end as reject_reason,
  case reject_reason
    when 'missing product id' then 'product_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
