-- one row per record of an export of the periods that forecasts and quotas name
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(period_id), '') as period_id,
  nullif(trim(kind), '') as kind,
  {{read_start}}(start) as start_date,
  {{read_end}}("end") as end_date,
  nullif(concat_ws(', ',
    case when nullif(trim(start), '') is not null and start_date is null then 'start' end,
    case when nullif(trim("end"), '') is not null and end_date is null then 'end' end
  ), '') as unread,
  case
    when nullif(trim(period_id), '') is null then 'missing period id'
  end as reject_reason,
  case reject_reason
    when 'missing period id' then 'period_id'
  end as reject_column,
  null::varchar as reject_value
from {{located}}
