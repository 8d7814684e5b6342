-- one row per span, scope, dimension, value and measure of effort: won value and effort of decided deals, and products of their sums by account
create or replace table win_effort as
with decided as (
  select
    * exclude (amount_cents),
    case when status = 'won' then amount_cents else 0 end as won_cents
  from win_scope
  join win_deal_value on win_deal_value.opportunity_id = win_scope.opportunity_id
  where status <> 'open'
),
-- deals of one account aren't independent: what they brought together is one observation
by_account as (
  select
    span,
    scope,
    dimension,
    value,
    account,
    -- in one row: groups by measure would be four times as many
    [
      brought('activities', activity_count, won_cents, status),
      brought('rep_days', rep_days, won_cents, status),
      brought('contact_minutes', contact_minutes, won_cents, status),
      brought('open_days', open_days, won_cents, status)
    ] as measures
  from decided
  -- a won deal without an amount tells nothing of yield, nor does any without the measure
  where won_cents is not null
  group by span, scope, dimension, value, account
),
measured as (
  select * exclude (measures), unnest(measures, max_depth := 2)
  from by_account
),
within as (
  select
    *,
    sum(won_cents) over whole as account_won_cents,
    sum(effort) over whole as account_effort
  from measured
  where deals > 0
  window whole as (partition by span, scope, dimension, measure, account)
)
select
  span,
  scope,
  dimension,
  value,
  measure,
  sum(deals) as deals,
  sum(won_deals) as won_deals,
  sum(won_cents) as won_cents,
  sum(effort) as effort,
  sum(won_cents * won_cents) as won_won,
  sum(won_cents * effort) as won_effort,
  sum(effort * effort) as effort_effort,
  -- of the account in this cell with the account in all cells
  sum(won_cents * account_won_cents) as won_account_won,
  sum(won_cents * account_effort) as won_account_effort,
  sum(effort * account_won_cents) as effort_account_won,
  sum(effort * account_effort) as effort_account_effort
from within
group by all
