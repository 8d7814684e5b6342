-- one row per invoice or credit note
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(invoice_id), '') as invoice_id,
  nullif(trim(account_id), '') as account_id,
  nullif(trim(opportunity_id), '') as opportunity_id,
  {{read_issued_on}}(issued_on) as issued_on,
  {{read_due_on}}(due_on) as due_on,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  coalesce(nullif(trim(kind), ''), 'invoice') as kind,
  case
    when nullif(trim(invoice_id), '') is null then 'missing invoice id'
    when nullif(trim(amount), '') is null then 'missing amount'
    when nullif(trim(issued_on), '') is null then 'missing date of issue'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(issued_on), '') is not null and {{read_issued_on}}(issued_on) is null then 'unparsable date of issue'
    when nullif(trim(due_on), '') is not null and {{read_due_on}}(due_on) is null then 'unparsable due date'
  end as reject_reason,
  case reject_reason
    when 'missing invoice id' then 'invoice_id'
    when 'missing amount' then 'amount'
    when 'missing date of issue' then 'issued_on'
    when 'unparsable amount' then 'amount'
    when 'unparsable date of issue' then 'issued_on'
    when 'unparsable due date' then 'due_on'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable date of issue' then issued_on
    when 'unparsable due date' then due_on
  end as reject_value
from {{located}}
