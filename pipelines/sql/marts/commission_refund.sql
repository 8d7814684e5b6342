-- one row per credit note on a won deal: what of it is taken back, at the rate of the deal's day, and when
create or replace table commission_refund as
with deal as (
  select distinct opportunity_id, close_date from commission_deal
)
select
  invoice.invoice_id as refund_id,
  invoice.opportunity_id,
  invoice.issued_on,
  -- as the deal converts, so that a deal that is refunded whole leaves nothing
  abs(company_cents(
    invoice.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  )) as refunded_cents
from invoice
join deal using (opportunity_id)
cross join setting
left join currency_rate as rate
  on rate.currency = invoice.currency
  and rate.valid_from <= deal.close_date and rate.valid_to > deal.close_date
where invoice.kind = 'credit_note' and invoice.issued_on <= setting.as_of and invoice.amount_minor <> 0
order by invoice.issued_on, invoice.invoice_id
