-- one row per record of an export of pipelines
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(pipeline_id), '') as pipeline_id,
  nullif(trim(name), '') as name,
  try_cast(position as double)::integer as position,
  nullif(concat_ws(', ',
    case when nullif(trim(position), '') is not null and try_cast(position as double) is null then 'position' end
  ), '') as unread,
  case
    when nullif(trim(pipeline_id), '') is null then 'missing pipeline id'
  end as reject_reason,
  case reject_reason
    when 'missing pipeline id' then 'pipeline_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
