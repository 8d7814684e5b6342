-- one row per subscription that is told of by the as-of, whether it has begun or not
create or replace table signed_subscription as
with last_written as (
  select subscription_id, max(row_order) as row_order
  from {{subscription}}
  where reject_reason is null
  group by subscription_id
)
select
  staged.subscription_id,
  coalesce(known_account.account_id, staged.account_id) as account_id,
  coalesce(known_merge.opportunity_id, staged.opportunity_id) as opportunity_id,
  staged.start_date,
  staged.end_date,
  company_cents(
    staged.monthly_amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as monthly_amount_cents,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{subscription}} as staged
-- an id written twice counts once, as its last row says
semi join last_written
  on last_written.subscription_id = staged.subscription_id
  and last_written.row_order = staged.row_order
cross join setting
left join known_account on known_account.alias = staged.account_id
left join known_merge on known_merge.alias = staged.opportunity_id
left join currency_rate as rate
  on rate.currency = staged.currency
  and rate.valid_from <= staged.start_date and rate.valid_to > staged.start_date
where staged.reject_reason is null
