-- one row per opportunity and product: the product's whole-unit share of the deal's amount and effort
create or replace table win_deal_product as
with
stacked as (
  select
    opportunity_id,
    product_id,
    row_number() over upto as place,
    count(*) over deal as products,
    greatest(coalesce(amount_cents, 0), 0) as part_cents,
    sum(greatest(coalesce(amount_cents, 0), 0)) over upto as upto_cents,
    sum(greatest(coalesce(amount_cents, 0), 0)) over deal as deal_cents,
    amount_cents
  from kpi_deal_product
  window
    deal as (partition by opportunity_id),
    upto as (partition by opportunity_id order by product_id rows unbounded preceding)
),
-- effort goes with the product's share of the amount, evenly where no amount is known
placed as (
  select
    opportunity_id,
    product_id,
    amount_cents,
    products,
    case when deal_cents > 0 then (upto_cents - part_cents) / deal_cents
      else (place - 1) / products end as begins,
    case when deal_cents > 0 then upto_cents / deal_cents else place / products end as ends
  from stacked
)
-- each share is cut at running totals, so that the shares sum to the deal
select
  placed.opportunity_id,
  placed.product_id,
  placed.products,
  placed.amount_cents,
  round(activity_count * ends)::bigint - round(activity_count * begins)::bigint as activity_count,
  round(call_count * ends)::bigint - round(call_count * begins)::bigint as call_count,
  round(email_count * ends)::bigint - round(email_count * begins)::bigint as email_count,
  round(meeting_count * ends)::bigint - round(meeting_count * begins)::bigint as meeting_count,
  round(contact_minutes * ends)::bigint - round(contact_minutes * begins)::bigint
    as contact_minutes,
  round(rep_days * ends)::bigint - round(rep_days * begins)::bigint as rep_days,
  round(cycle_days * ends)::bigint - round(cycle_days * begins)::bigint as open_days
from placed
join win_deal on win_deal.opportunity_id = placed.opportunity_id
