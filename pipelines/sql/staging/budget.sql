-- one row per period, category and team of plans/budget.csv
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(period), '') as period_label,
  nullif(trim(category), '') as category,
  nullif(trim(team), '') as team,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  nullif(trim(kind), '') as kind,
  {{read_recorded_on}}(recorded_on) as recorded_on,
  case
    when nullif(trim(period), '') is null then 'missing period'
    when nullif(trim(category), '') is null then 'missing category'
    when nullif(trim(amount), '') is null then 'missing amount'
    when nullif(trim(kind), '') is null then 'missing kind'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(recorded_on), '') is not null and {{read_recorded_on}}(recorded_on) is null then 'unparsable date of record'
  end as reject_reason,
  case reject_reason
    when 'missing period' then 'period'
    when 'missing category' then 'category'
    when 'missing amount' then 'amount'
    when 'missing kind' then 'kind'
    when 'unparsable amount' then 'amount'
    when 'unparsable date of record' then 'recorded_on'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable date of record' then recorded_on
  end as reject_value
from {{located}}
