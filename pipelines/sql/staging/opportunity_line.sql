-- one row per record of a line item export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(line_id), '') as line_id,
  nullif(trim(opportunity), '') as opportunity_id,
  nullif(trim(product), '') as product_id,
  read_number(quantity) as quantity,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(line_id), '') is null then 'missing line id'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
    when nullif(trim(quantity), '') is not null and read_number(quantity) is null then 'unparsable quantity'
  end as reject_reason,
  case reject_reason
    when 'missing line id' then 'line_id'
    when 'unparsable amount' then 'amount'
    when 'unparsable quantity' then 'quantity'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable quantity' then quantity
  end as reject_value
from {{located}}
