-- one row per forecast call a person made
create or replace temp view {{staged}} as
select
  content_id,
  line,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  lower(trim(entity_type)) as entity_type,
  nullif(trim(entity_id), '') as entity_id,
  nullif(trim(period), '') as period_label,
  nullif(trim(category), '') as category,
  minor_units(read_amount(amount), digits) as amount_minor,
  nullif(trim("by"), '') as called_by,
  case
    when nullif(trim(recorded_on), '') is null then 'missing recorded on'
    when nullif(trim(entity_type), '') is null then 'missing entity type'
    when nullif(trim(entity_id), '') is null then 'missing entity id'
    when nullif(trim(period), '') is null then 'missing period'
    when nullif(trim(category), '') is null then 'missing category'
    when nullif(trim(amount), '') is null then 'missing amount'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date'
  end as reject_reason,
  case reject_reason
    when 'missing recorded on' then 'recorded_on'
    when 'missing entity type' then 'entity_type'
    when 'missing entity id' then 'entity_id'
    when 'missing period' then 'period'
    when 'missing category' then 'category'
    when 'missing amount' then 'amount'
    when 'unparsable amount' then 'amount'
    when 'unparsable date' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable date' then recorded_on
  end as reject_value
from {{located}}
