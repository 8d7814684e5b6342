-- one row per record of an export of opportunities that were merged into others
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(opportunity_id), '') as opportunity_id,
  nullif(trim("into"), '') as merged_into_id,
  case
    when nullif(trim(opportunity_id), '') is null then 'missing opportunity id'
    when nullif(trim("into"), '') is null then 'missing opportunity that it went into'
  end as reject_reason,
  case reject_reason
    when 'missing opportunity id' then 'opportunity_id'
    when 'missing opportunity that it went into' then 'into'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
