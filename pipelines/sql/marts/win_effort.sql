-- one row per span, scope, dimension, value and measure of effort: won value and effort of decided deals, and their products
create or replace table win_effort as
with measured as (
  select
    span,
    scope,
    dimension,
    value,
    status = 'won' as is_won,
    case when status = 'won' then amount_cents else 0 end as won_cents,
    unnest([
      {measure: 'activities', effort: activity_count},
      {measure: 'rep_days', effort: rep_days},
      {measure: 'contact_minutes', effort: contact_minutes},
      {measure: 'open_days', effort: open_days}
    ], max_depth := 2)
  from win_scope
  join win_deal_value on win_deal_value.opportunity_id = win_scope.opportunity_id
  where status <> 'open'
)
select
  span,
  scope,
  dimension,
  value,
  measure,
  count(*) as deals,
  count(*) filter (where is_won) as won_deals,
  sum(won_cents) as won_cents,
  sum(effort) as effort,
  sum(won_cents::hugeint * won_cents) as won_squares,
  sum(effort::hugeint * effort) as effort_squares,
  sum(won_cents::hugeint * effort) as won_effort
from measured
-- a won deal without an amount, or one without a length, tells nothing of yield
where won_cents is not null and effort is not null
group by all
