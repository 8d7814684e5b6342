-- one row per month in which anything was earned or held: what was earned and fell due, what is held at its end, its budget and that of its quarter
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
  month.period_start,
  people,
  earned_cents,
  -- without advances and what is recovered of them: they would tell what a few people drew
  earned_cents - held_cents as due_cents,
  -- earned and not yet due
  sum(held_cents) over (order by month.period_start)::bigint as accrued_cents,
  planned.budget_cents,
  quarter.period_start as quarter_start,
  quarter_budget.budget_cents as quarter_budget_cents
from month
join fiscal_period as quarter
  on quarter.period = 'quarter'
  and month.period_start between quarter.period_start and quarter.period_end
left join planned on planned.period_start = month.period_start
left join pay_budget as quarter_budget
  on quarter_budget.period = 'quarter' and quarter_budget.period_start = quarter.period_start
order by month.period_start
