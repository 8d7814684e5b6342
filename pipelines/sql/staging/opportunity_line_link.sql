-- one row per record of an export that links line items to opportunities
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(link_id), '') as link_id,
  nullif(trim(line_item), '') as line_id,
  nullif(trim(opportunity), '') as opportunity_id,
  case
    when nullif(trim(link_id), '') is null then 'missing link'
    when nullif(trim(line_item), '') is null then 'missing line item'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
  end as reject_reason,
  case reject_reason
    when 'missing link' then 'link_id'
    when 'missing line item' then 'line_item'
    when 'missing opportunity' then 'opportunity'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
