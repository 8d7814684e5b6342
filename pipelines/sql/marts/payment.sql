-- one row per payment received by the as-of
create or replace table payment as
select
  staged.payment_id,
  staged.invoice_id,
  staged.paid_on,
  company_cents(staged.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents
from {{payment}} as staged
cross join setting
left join currency_rate as rate
  on rate.currency = staged.currency
  and rate.valid_from <= staged.paid_on and rate.valid_to > staged.paid_on
where staged.reject_reason is null and staged.paid_on <= setting.as_of
