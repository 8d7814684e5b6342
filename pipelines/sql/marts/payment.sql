-- one row per payment received by the as-of
create or replace table payment as
with last_written as (
  select payment_id, max(row_order) as row_order
  from {{payment}}
  where reject_reason is null
  group by payment_id
)
select
  staged.payment_id,
  staged.invoice_id,
  staged.paid_on,
  company_cents(staged.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents,
  staged.amount_minor,
  staged.currency,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{payment}} as staged
-- an id written twice counts once, as its last row says
semi join last_written
  on last_written.payment_id = staged.payment_id and last_written.row_order = staged.row_order
cross join setting
left join currency_rate as rate
  on rate.currency = staged.currency
  and rate.valid_from <= staged.paid_on and rate.valid_to > staged.paid_on
where staged.reject_reason is null and staged.paid_on <= setting.as_of
