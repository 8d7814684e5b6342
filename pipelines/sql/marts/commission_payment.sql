-- one row per deal and day on which something of its invoices was paid
create or replace table commission_payment as
select
  invoice.opportunity_id,
  payment.paid_on,
  sum(payment.amount_cents)::bigint as paid_cents
from payment
join invoice using (invoice_id)
cross join run
where invoice.opportunity_id is not null and payment.paid_on <= as_of
group by invoice.opportunity_id, payment.paid_on
order by invoice.opportunity_id, payment.paid_on
