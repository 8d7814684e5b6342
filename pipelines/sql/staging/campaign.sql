-- one row per record of a campaign export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(campaign_id), '') as campaign_id,
  nullif(trim(name), '') as name,
  nullif(trim(kind), '') as kind,
  nullif(trim(status), '') as status,
  {{read_start}}(start) as start_date,
  {{read_end}}("end") as end_date,
  minor_units(read_amount(cost), digits) as cost_minor,
  minor_units(read_amount(budgeted_cost), digits) as budgeted_cost_minor,
  minor_units(read_amount(expected_revenue), digits) as expected_revenue_minor,
  nullif(trim(parent), '') as parent_id,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(start), '') is not null and start_date is null then 'start' end,
    case when nullif(trim("end"), '') is not null and end_date is null then 'end' end,
    case when nullif(trim(budgeted_cost), '') is not null and budgeted_cost_minor is null then 'budgeted_cost' end,
    case when nullif(trim(expected_revenue), '') is not null and expected_revenue_minor is null then 'expected_revenue' end
  ), '') as unread,
  case
    when nullif(trim(campaign_id), '') is null then 'missing campaign id'
    when nullif(trim(cost), '') is not null and cost_minor is null then 'unparsable cost'
  end as reject_reason,
  case reject_reason
    when 'missing campaign id' then 'campaign_id'
    when 'unparsable cost' then 'cost'
  end as reject_column,
  case reject_reason
    when 'unparsable cost' then cost
  end as reject_value
from {{located}}
