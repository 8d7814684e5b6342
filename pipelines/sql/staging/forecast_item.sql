-- one row per record of an export of forecasts that are kept in the CRM
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(item_id), '') as item_id,
  nullif(trim(owner), '') as owner_id,
  nullif(trim(period), '') as period_id,
  {{read_start}}(start) as start_date,
  nullif(trim(forecast_type), '') as forecast_type,
  nullif(trim(category), '') as category,
  nullif(trim(roll_up), '') as roll_up,
  minor_units(read_amount(amount), digits) as amount_minor,
  minor_units(read_amount(amount_without_adjustments), digits) as amount_without_adjustments_minor,
  minor_units(read_amount(amount_without_manager_adjustment), digits) as amount_without_manager_adjustment_minor,
  minor_units(read_amount(owner_only_amount), digits) as owner_only_amount_minor,
  currency,
  nullif(trim(product_family), '') as product_family,
  nullif(trim(territory), '') as territory_id,
  nullif(trim(parent), '') as parent_id,
  read_flag(is_up_to_date) as is_up_to_date,
  nullif(concat_ws(', ',
    case when nullif(trim(start), '') is not null and start_date is null then 'start' end,
    case when nullif(trim(amount_without_adjustments), '') is not null and amount_without_adjustments_minor is null then 'amount_without_adjustments' end,
    case when nullif(trim(amount_without_manager_adjustment), '') is not null and amount_without_manager_adjustment_minor is null then 'amount_without_manager_adjustment' end,
    case when nullif(trim(owner_only_amount), '') is not null and owner_only_amount_minor is null then 'owner_only_amount' end
  ), '') as unread,
  case
    when nullif(trim(item_id), '') is null then 'missing item id'
    when nullif(trim(owner), '') is null then 'missing owner'
    when nullif(trim(amount), '') is not null and amount_minor is null then 'unparsable amount'
  end as reject_reason,
  case reject_reason
    when 'missing item id' then 'item_id'
    when 'missing owner' then 'owner'
    when 'unparsable amount' then 'amount'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
  end as reject_value
from {{located}}
