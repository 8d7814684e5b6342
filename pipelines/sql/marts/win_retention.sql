-- one row per dimension and value of accounts: recurring revenue at the start of the recent span, and what is left of it at the end
create or replace table win_retention as
with
recurring as (
  select
    subscription.account_id,
    sum(monthly_amount_cents) filter (
      where start_date < span.starts and (end_date is null or end_date >= span.starts - 1)
    ) as opening_cents,
    sum(monthly_amount_cents) filter (
      where start_date <= span.ends and (end_date is null or end_date >= span.ends)
    ) as closing_cents
  from subscription
  join win_span as span on span.span = 'recent'
  group by subscription.account_id
),
kept as (
  select
    account_id,
    opening_cents,
    -- an account without a subscription at the end pays nothing
    coalesce(closing_cents, 0) as closing_cents
  from recurring
  where opening_cents > 0
),
valued as (
  select
    opening_cents,
    closing_cents,
    unnest([
      {dimension: 'segment', value: account.segment},
      {dimension: 'industry', value: account.industry},
      {dimension: 'employees', value: account.employees},
      {dimension: 'country', value: account.country}
    ], max_depth := 2)
  from kept
  join win_account as account on account.account_id = kept.account_id
)
select
  dimension,
  value,
  count(*) as account_count,
  count(*) filter (where closing_cents > 0) as kept_count,
  sum(opening_cents) as opening_cents,
  sum(least(opening_cents, closing_cents)) as retained_cents,
  sum(closing_cents) as closing_cents
from valued
group by all
