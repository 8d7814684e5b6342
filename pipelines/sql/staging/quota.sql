-- one row per quota row as recorded
create or replace temp view {{staged}} as
select
  content_id,
  line,
  lower(trim(entity_type)) as entity_type,
  nullif(trim(entity_id), '') as entity_id,
  coalesce(nullif(trim(measure), ''), 'bookings') as measure,
  nullif(trim(period), '') as period_label,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  {{read_effective_from}}(effective_from) as effective_from,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  nullif(trim(reason), '') as reason,
  case
    when nullif(trim(entity_type), '') is null then 'missing entity type'
    when nullif(trim(entity_id), '') is null then 'missing entity id'
    when nullif(trim(period), '') is null then 'missing period'
    when nullif(trim(amount), '') is null then 'missing amount'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(effective_from), '') is not null and {{read_effective_from}}(effective_from) is null then 'unparsable effective date'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date of record'
  end as reject_reason,
  case reject_reason
    when 'missing entity type' then 'entity_type'
    when 'missing entity id' then 'entity_id'
    when 'missing period' then 'period'
    when 'missing amount' then 'amount'
    when 'unparsable amount' then 'amount'
    when 'unparsable effective date' then 'effective_from'
    when 'unparsable date of record' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable effective date' then effective_from
    when 'unparsable date of record' then recorded_on
  end as reject_value
from {{located}}
