-- one row per deal and day on which something of its invoices was paid, at the rate of the deal's day
create or replace table commission_payment as
with deal as (
  select distinct opportunity_id, close_date from commission_deal
)
select
  invoice.opportunity_id,
  payment.paid_on,
  -- as the deal converts, so that what is paid in full is all of it
  sum(company_cents(
    payment.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ))::bigint as paid_cents
from payment
join invoice using (invoice_id)
join deal on deal.opportunity_id = invoice.opportunity_id
cross join setting
left join currency_rate as rate
  on rate.currency = payment.currency
  and rate.valid_from <= deal.close_date and rate.valid_to > deal.close_date
where payment.paid_on <= setting.as_of
group by invoice.opportunity_id, payment.paid_on
order by invoice.opportunity_id, payment.paid_on
