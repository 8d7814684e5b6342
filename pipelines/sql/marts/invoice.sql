-- one row per invoice or credit note issued by the as-of
create or replace table invoice as
with last_written as (
  select invoice_id, max(row_order) as row_order
  from {{invoice}}
  where reject_reason is null
  group by invoice_id
)
select
  staged.invoice_id,
  coalesce(known_account.account_id, staged.account_id) as account_id,
  coalesce(known_merge.opportunity_id, staged.opportunity_id) as opportunity_id,
  staged.issued_on,
  staged.due_on,
  company_cents(staged.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents,
  staged.amount_minor,
  staged.currency,
  staged.kind,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{invoice}} as staged
-- an id written twice counts once, as its last row says
semi join last_written
  on last_written.invoice_id = staged.invoice_id and last_written.row_order = staged.row_order
cross join setting
left join known_account on known_account.alias = staged.account_id
left join known_merge on known_merge.alias = staged.opportunity_id
left join currency_rate as rate
  on rate.currency = staged.currency
  and rate.valid_from <= staged.issued_on and rate.valid_to > staged.issued_on
where staged.reject_reason is null and staged.issued_on <= setting.as_of
