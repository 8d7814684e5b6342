-- one row per won deal and line of it, or per won deal without lines: what its bookings are shared out by
create or replace table commission_deal as
with
deal as (
  select
    opportunity_id,
    account_id,
    rep_id,
    deal_type,
    product_id,
    close_date,
    bookings_cents,
    opportunity.currency,
    amount_minor,
    amount_cents,
    source_file_id,
    source_line
  from opportunity
  cross join run
  where status = 'won' and close_date <= as_of and bookings_cents is not null
),
line as (
  select
    opportunity_id,
    line_id,
    product_id,
    quantity,
    greatest(0, amount_cents) as weight
  from opportunity_line
),
first_deal as (
  select account_id, min((close_date, opportunity_id)) as first
  from deal
  group by account_id
),
invoiced as (
  select opportunity_id, min(issued_on) as invoiced_on
  from invoice
  cross join run
  where kind = 'invoice' and issued_on <= as_of
  group by opportunity_id
)
select
  deal.opportunity_id,
  line.line_id,
  deal.account_id,
  deal.rep_id,
  deal.close_date,
  deal.deal_type,
  coalesce(product.name, line.product_id, deal.product_id) as product,
  deal.bookings_cents,
  deal.currency,
  deal.amount_minor,
  deal.amount_cents,
  coalesce(line.weight, 1) as weight,
  line.quantity,
  invoiced.invoiced_on,
  first_deal.first = (deal.close_date, deal.opportunity_id) as is_first_deal,
  source_file.path as source_file,
  deal.source_line
from deal
left join line using (opportunity_id)
left join product on product.product_id = coalesce(line.product_id, deal.product_id)
left join first_deal using (account_id)
left join invoiced using (opportunity_id)
left join source_file on source_file.file_id = deal.source_file_id
order by deal.close_date, deal.opportunity_id, line.line_id
