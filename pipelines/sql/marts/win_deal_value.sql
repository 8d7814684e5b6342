-- one row per opportunity, dimension that deals are compared by, and value of it that the deal has
create or replace view win_deal_value as
with whole as (
  select
    opportunity_id,
    unnest([
      {dimension: 'segment', value: segment},
      {dimension: 'industry', value: industry},
      {dimension: 'employees', value: employees},
      {dimension: 'lead_source', value: lead_source},
      {dimension: 'region', value: region},
      {dimension: 'country', value: country},
      {dimension: 'deal_type', value: deal_type}
    ], max_depth := 2),
    amount_cents,
    activity_count, call_count, email_count, meeting_count, contact_minutes, rep_days,
    cycle_days as open_days
  from win_deal
)
from whole
union all by name
select
  opportunity_id,
  'product' as dimension,
  product_id as value,
  amount_cents,
  activity_count, call_count, email_count, meeting_count, contact_minutes, rep_days,
  open_days
from win_deal_product
