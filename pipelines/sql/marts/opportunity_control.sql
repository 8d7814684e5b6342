-- one row: the rows of opportunity exports, read and rejected, with the size of their amounts
create or replace table opportunity_control as
with priced as (
  select
    staged.reject_reason is not null as is_rejected,
    -- at the as-of's rate: the close date of a rejected row may be what couldn't be read;
    -- without its sign, so that a credit doesn't hide a sale
    abs(
      company_cents(staged.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    ) as size_cents
  from {{opportunity}} as staged
  cross join setting
  left join currency_rate as rate
    on rate.currency = staged.currency
    and rate.valid_from <= setting.as_of and rate.valid_to > setting.as_of
),
-- what couldn't even be split into fields is in no staging table
rejected as (
  select count(*) as count_rows
  from rejected_row
  where object = 'opportunity'
)
select
  count(*) filter (where not is_rejected) as count_read,
  count(size_cents) filter (where not is_rejected) as count_read_amounts,
  coalesce(sum(size_cents) filter (where not is_rejected), 0)::bigint as read_cents,
  any_value(rejected.count_rows) as count_rejected,
  count(size_cents) filter (where is_rejected) as count_rejected_amounts,
  coalesce(sum(size_cents) filter (where is_rejected), 0)::bigint as rejected_cents
from rejected
left join priced on true
