-- one row per indicator and date of plans/indicators.csv
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(name), '') as name,
  {{read_date}}(date) as date,
  try_cast(value as double) as value_as_number,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  case
    when nullif(trim(name), '') is null then 'missing name'
    when nullif(trim(date), '') is null then 'missing date'
    when nullif(trim(value), '') is null then 'missing value'
    when nullif(trim(date), '') is not null and {{read_date}}(date) is null then 'unparsable date'
    when nullif(trim(value), '') is not null and value_as_number is null then 'unparsable value'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date of record'
  end as reject_reason,
  case reject_reason
    when 'missing name' then 'name'
    when 'missing date' then 'date'
    when 'missing value' then 'value'
    when 'unparsable date' then 'date'
    when 'unparsable value' then 'value'
    when 'unparsable date of record' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable date' then date
    when 'unparsable value' then value
    when 'unparsable date of record' then recorded_on
  end as reject_value
from {{located}}
