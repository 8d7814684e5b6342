-- one row per record of an opportunity history export: a state of an opportunity from a moment on
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(history_id), '') as history_id,
  nullif(trim(opportunity), '') as opportunity_id,
  trim(stage) as stage,
  minor_units(read_amount(amount), digits) as amount_minor,
  minor_units(read_amount(previous_amount), digits) as previous_amount_minor,
  currency,
  {{read_percent}}(probability) as probability_rate,
  read_category(forecast_category) as forecast_category,
  {{read_closed}}(closed) as close_date,
  {{read_previous_closed}}(previous_closed) as previous_close_date,
  {{read_changed}}(changed) as changed_at,
  nullif(concat_ws(', ',
    case when nullif(trim(probability), '') is not null and {{read_percent}}(probability) is null then 'probability' end
  ), '') as unread,
  case
    when nullif(trim(history_id), '') is null then 'missing history id'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim(changed), '') is null then 'missing changed'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(closed), '') is not null and close_date is null then 'unparsable close date'
    when nullif(trim(changed), '') is not null and changed_at is null then 'unparsable moment of change'
  end as reject_reason,
  case reject_reason
    when 'missing history id' then 'history_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing changed' then 'changed'
    when 'unparsable amount' then 'amount'
    when 'unparsable close date' then 'closed'
    when 'unparsable moment of change' then 'changed'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable close date' then closed
    when 'unparsable moment of change' then changed
  end as reject_value
from {{located}}
