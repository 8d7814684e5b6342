-- one row per month from the first to the last with pay: what was earned and fell due, what is held at its end, and its budget
with
held as (
  select
    date_trunc('month', least(earned_on, as_of))::date as period_start,
    -sum(amount_cents)::bigint as held_cents
  from pay_line
  cross join run
  where cause in ('hold', 'release')
  group by all
),
earned as (
  select period_start, count_people, earned_cents
  from pay_earned
  where period = 'month'
),
planned as (
  select period_start, budget_cents
  from pay_budget
  where period = 'month'
),
month as (
  select
    period_start,
    coalesce(count_people, 0) as people,
    coalesce(earned_cents, 0) as earned_cents,
    coalesce(held_cents, 0) as held_cents
  from earned
  full join held using (period_start)
)
select
  period_start,
  people,
  earned_cents,
  -- without advances and what is recovered of them: they would tell what a few people drew
  earned_cents - held_cents as due_cents,
  -- earned and not yet due
  sum(held_cents) over (order by period_start)::bigint as accrued_cents,
  budget_cents
from month
left join planned using (period_start)
order by period_start
