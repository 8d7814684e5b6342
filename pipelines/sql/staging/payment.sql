-- one row per payment
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(payment_id), '') as payment_id,
  nullif(trim(invoice_id), '') as invoice_id,
  {{read_paid_on}}(paid_on) as paid_on,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  case
    when nullif(trim(payment_id), '') is null then 'missing payment id'
    when nullif(trim(invoice_id), '') is null then 'missing invoice id'
    when nullif(trim(amount), '') is null then 'missing amount'
    when nullif(trim(paid_on), '') is null then 'missing date of payment'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(paid_on), '') is not null and {{read_paid_on}}(paid_on) is null then 'unparsable date'
  end as reject_reason,
  case reject_reason
    when 'missing payment id' then 'payment_id'
    when 'missing invoice id' then 'invoice_id'
    when 'missing amount' then 'amount'
    when 'missing date of payment' then 'paid_on'
    when 'unparsable amount' then 'amount'
    when 'unparsable date' then 'paid_on'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable date' then paid_on
  end as reject_value
from {{located}}
