-- one row per subscription
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(subscription_id), '') as subscription_id,
  nullif(trim(account_id), '') as account_id,
  nullif(trim(opportunity_id), '') as opportunity_id,
  {{read_start}}(start) as start_date,
  {{read_end}}("end") as end_date,
  minor_units(read_amount(monthly_amount), digits) as monthly_amount_minor,
  currency,
  case
    when nullif(trim(subscription_id), '') is null then 'missing subscription id'
    when nullif(trim(start), '') is null then 'missing start'
    when nullif(trim(monthly_amount), '') is not null and monthly_amount_minor is null then 'unparsable amount'
    when nullif(trim(start), '') is not null and start_date is null then 'unparsable start'
    when nullif(trim("end"), '') is not null and end_date is null then 'unparsable end'
  end as reject_reason,
  case reject_reason
    when 'missing subscription id' then 'subscription_id'
    when 'missing start' then 'start'
    when 'unparsable amount' then 'monthly_amount'
    when 'unparsable start' then 'start'
    when 'unparsable end' then 'end'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then monthly_amount
    when 'unparsable start' then start
    when 'unparsable end' then "end"
  end as reject_value
from {{located}}
