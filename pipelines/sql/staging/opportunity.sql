-- one row per record of an opportunity export, text read as dates, numbers and flags
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(opportunity_id), '') as opportunity_id,
  nullif(trim(name), '') as name,
  nullif(trim(account), '') as account_id,
  nullif(trim(owner), '') as owner_id,
  trim(stage) as stage,
  stage as stage_as_written,
  nullif(trim(pipeline), '') as pipeline,
  {{read_percent}}(probability) as probability_rate,
  read_category(forecast_category) as forecast_category,
  nullif(trim(deal_type), '') as deal_type_as_written,
  coalesce(
    case when read_flag(is_won) then minor_units(read_amount(won_amount), digits) end,
    minor_units(read_amount(amount), digits)
  ) as amount_minor,
  minor_units(read_amount(recurring_amount), digits) as recurring_minor,
  minor_units(read_amount(annual_amount), digits) as annual_minor,
  currency,
  read_number(term_months)::integer as term_months,
  nullif(trim(product), '') as product_id,
  nullif(trim(segment), '') as segment,
  nullif(trim(territory), '') as territory_id,
  nullif(trim(lead_source), '') as lead_source,
  nullif(trim(campaign), '') as campaign_id,
  nullif(trim(loss_reason), '') as loss_reason,
  nullif(trim(competitor), '') as competitor,
  nullif(trim(next_step), '') as next_step,
  {{read_created}}(created) as created_date,
  {{read_closed}}(closed) as close_date,
  {{read_last_activity}}(last_activity) as last_activity_date,
  {{read_modified}}(modified) as modified_at,
  nullif(trim(stage_times), '') as stage_times,
  read_flag(is_closed) as is_closed,
  read_flag(is_won) as is_won,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(last_activity), '') is not null and last_activity_date is null then 'last_activity' end,
    case when nullif(trim(modified), '') is not null and modified_at is null then 'modified' end
  ), '') as unread,
  case
    when nullif(trim(opportunity_id), '') is null then 'missing opportunity id'
    when nullif(trim(stage), '') is null then 'missing stage'
    when nullif(trim(amount), '') is not null and minor_units(read_amount(amount), digits) is null then 'unparsable amount'
    when nullif(trim(won_amount), '') is not null and minor_units(read_amount(won_amount), digits) is null then 'unparsable won amount'
    when nullif(trim(recurring_amount), '') is not null and recurring_minor is null then 'unparsable recurring amount'
    when nullif(trim(annual_amount), '') is not null and annual_minor is null then 'unparsable annual amount'
    when nullif(trim(probability), '') is not null and probability_rate is null then 'unparsable probability'
    when nullif(trim(term_months), '') is not null and read_number(term_months) is null then 'unparsable term'
    when nullif(trim(closed), '') is not null and close_date is null then 'unparsable close date'
    when nullif(trim(created), '') is not null and created_date is null then 'unparsable created date'
  end as reject_reason,
  case reject_reason
    when 'missing opportunity id' then 'opportunity_id'
    when 'missing stage' then 'stage'
    when 'unparsable amount' then 'amount'
    when 'unparsable won amount' then 'won_amount'
    when 'unparsable recurring amount' then 'recurring_amount'
    when 'unparsable annual amount' then 'annual_amount'
    when 'unparsable probability' then 'probability'
    when 'unparsable term' then 'term_months'
    when 'unparsable close date' then 'closed'
    when 'unparsable created date' then 'created'
  end as reject_column,
  case reject_reason
    when 'unparsable amount' then amount
    when 'unparsable won amount' then won_amount
    when 'unparsable recurring amount' then recurring_amount
    when 'unparsable annual amount' then annual_amount
    when 'unparsable probability' then probability
    when 'unparsable term' then term_months
    when 'unparsable close date' then closed
    when 'unparsable created date' then created
  end as reject_value
from {{located}}
