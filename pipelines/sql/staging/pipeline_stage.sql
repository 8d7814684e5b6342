-- one row per record of an export of stages: how the CRM knows each stage of each pipeline
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(stage_id), '') as stage_id,
  trim(name) as stage,
  name as stage_as_written,
  nullif(trim(pipeline), '') as pipeline_id,
  try_cast(position as double)::integer as position,
  {{read_percent}}(probability) as probability_rate,
  read_flag(is_closed) as is_closed,
  read_flag(is_won) as is_won,
  nullif(concat_ws(', ',
    case when nullif(trim(position), '') is not null and try_cast(position as double) is null then 'position' end,
    case when nullif(trim(probability), '') is not null and {{read_percent}}(probability) is null then 'probability' end
  ), '') as unread,
  case
    when nullif(trim(stage_id), '') is null then 'missing stage id'
    when nullif(trim(name), '') is null then 'missing stage'
  end as reject_reason,
  case reject_reason
    when 'missing stage id' then 'stage_id'
    when 'missing stage' then 'name'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
