-- one row per record of an export of quotas that are kept in the CRM
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(quota_id), '') as quota_id,
  nullif(trim("user"), '') as user_id,
  nullif(trim(period), '') as period_id,
  {{read_start}}(start) as start_date,
  minor_units(read_amount(amount), digits) as amount_minor,
  currency,
  nullif(trim(quota_type), '') as quota_type,
  nullif(trim(product_family), '') as product_family,
  nullif(trim(territory), '') as territory_id,
  coalesce(read_flag(is_amount), true) as is_amount,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(quota_id), '') is null then 'missing quota id'
    when nullif(trim("user"), '') is null then 'missing owner'
    when nullif(trim(start), '') is null then 'missing start'
    when nullif(trim(start), '') is not null and start_date is null then 'unparsable start'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
  end as reject_reason,
  case reject_reason
    when 'missing quota id' then 'quota_id'
    when 'missing owner' then 'user'
    when 'missing start' then 'start'
    when 'unparsable start' then 'start'
    when 'unparsable amount' then 'amount'
  end as reject_column,
  case reject_reason
    when 'unparsable start' then start
    when 'unparsable amount' then amount
  end as reject_value
from {{located}}
