-- one row per opportunity and product: the product's whole-cent share of the deal's measures
create or replace table kpi_deal_product as
with
-- several lines of one product count once
line as (
  select
    opportunity_id,
    coalesce(product_id, 'unassigned') as product_id,
    greatest(coalesce(sum(amount_cents), 0), 0) as line_cents
  from opportunity_line
  group by all
),
stacked as (
  select
    opportunity_id,
    product_id,
    line_cents,
    sum(line_cents) over deal as deal_cents,
    sum(line_cents) over upto as upto_cents,
    count(*) over deal as lines,
    row_number() over upto as place
  from line
  window
    deal as (partition by opportunity_id),
    upto as (partition by opportunity_id order by product_id rows unbounded preceding)
),
-- from where to where in the deal the product lies; lines without amounts share evenly
placed as (
  select
    opportunity_id,
    product_id,
    case when deal_cents > 0 then (upto_cents - line_cents) / deal_cents
      else (place - 1) / lines end as begins,
    case when deal_cents > 0 then upto_cents / deal_cents else place / lines end as ends
  from stacked
),
shared as (
  select
    kpi_deal.opportunity_id,
    coalesce(product_id, 'unassigned') as product_id,
    amount_cents,
    bookings_cents,
    coalesce(begins, 0) as begins,
    coalesce(ends, 1) as ends
  from kpi_deal
  left join placed on kpi_deal.opportunity_id = placed.opportunity_id
  -- a company that records no lines has no products to report
  where exists (from opportunity_line)
)
-- each share is cut at running totals, so that the shares sum to the deal to the cent
select
  opportunity_id,
  product_id,
  case when ends = 1 then amount_cents else round(amount_cents * ends)::bigint end
    - round(amount_cents * begins)::bigint as amount_cents,
  case when ends = 1 then bookings_cents else round(bookings_cents * ends)::bigint end
    - round(bookings_cents * begins)::bigint as bookings_cents
from shared
