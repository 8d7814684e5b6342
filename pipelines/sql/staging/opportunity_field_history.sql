-- one row per record of a field history export: one changed field of an opportunity
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(history_id), '') as history_id,
  nullif(trim(opportunity), '') as opportunity_id,
  lower(nullif(trim(field), '')) as field,
  data_type,
  old_value,
  new_value,
  read_amount(new_value) as new_number,
  {{read_percent}}(new_value) as new_rate,
  day_iso(new_value) as new_date,
  {{read_changed}}(changed) as changed_at,
  case
    when nullif(trim(new_value), '') is not null and case lower(trim(field))
      when 'amount' then new_number is null
      when 'probability' then new_rate is null
      when 'closed' then new_date is null
    end then 'new_value'
  end as unread,
  case
    when nullif(trim(history_id), '') is null then 'missing history id'
    when nullif(trim(opportunity), '') is null then 'missing opportunity'
    when nullif(trim(field), '') is null then 'missing field'
    when nullif(trim(changed), '') is null then 'missing changed'
    when nullif(trim(changed), '') is not null and changed_at is null then 'unparsable moment of change'
  end as reject_reason,
  case reject_reason
    when 'missing history id' then 'history_id'
    when 'missing opportunity' then 'opportunity'
    when 'missing field' then 'field'
    when 'missing changed' then 'changed'
    when 'unparsable moment of change' then 'changed'
  end as reject_column,
  case reject_reason
    when 'unparsable moment of change' then changed
  end as reject_value
from {{located}}
