-- one row per invoice or credit note whose day has come, with the deal that it bills
create or replace view {{events}} as
with billed as (
  select
    own_deal.* exclude (opportunity_id, rep_id, segment),
    invoice.opportunity_id,
    coalesce(own_deal.rep_id, 'unassigned') as rep_id,
    coalesce(own_deal.segment, 'unassigned') as segment,
    invoice.amount_cents as invoice__amount_cents,
    invoice.kind as invoice__kind,
    invoice.issued_on as invoice__issued_on,
    invoice.due_on as invoice__due_on
  from invoice
  left join own_deal on own_deal.opportunity_id = invoice.opportunity_id
)
select *, {{happened_on}} as happened_on
from billed
where {{happened_on}} <= (select as_of from run)
