-- one row per subscription that had begun by the as-of
create or replace table subscription as
with last_written as (
  select subscription_id, max(row_order) as row_order
  from {{subscription}}
  where reject_reason is null
  group by subscription_id
),
known as (
  -- the file names no source: an id that two sources use is the first one's
  select account_id, arg_min(matched_id, place) as matched_id
  from account_match
  join source_setting using (source)
  group by account_id
)
select
  staged.subscription_id,
  coalesce(known.matched_id, staged.account_id) as account_id,
  staged.opportunity_id,
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
left join known on known.account_id = staged.account_id
left join currency_rate as rate
  on rate.currency = staged.currency
  and rate.valid_from <= staged.start_date and rate.valid_to > staged.start_date
where staged.reject_reason is null and staged.start_date <= setting.as_of
