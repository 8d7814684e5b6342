-- one row per credit note on a won deal: what of it is taken back, and when
create or replace table commission_refund as
select
  invoice_id as refund_id,
  opportunity_id,
  issued_on,
  abs(amount_cents) as refunded_cents
from invoice
cross join run
where kind = 'credit_note' and issued_on <= as_of and amount_cents <> 0
  and opportunity_id in (select opportunity_id from commission_deal)
order by issued_on, invoice_id
