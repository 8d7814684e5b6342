-- one row per fiscal month that the budget covers: what sales and marketing cost
create or replace table kpi_expense as
with
-- what was spent where that is recorded, else what was planned
spent as (
  select period, period_start, category, team_id, amount_cents, kind = 'actual' as is_actual
  from budget
  qualify row_number() over (
    partition by period, period_start, category, team_id
    order by kind = 'actual' desc, kind
  ) = 1
),
-- a quarter's or a year's cost lies evenly in its months, cut at running totals to whole cents
monthly as (
  select
    month_start,
    category,
    team_id,
    is_actual,
    case spent.period when 'month' then 1 when 'quarter' then 3 else 12 end as months,
    date_diff('month', period_start, month_start) as place,
    amount_cents
  from spent
  join kpi_month
    on period_start = case spent.period
      when 'month' then month_start
      when 'quarter' then quarter_start
      else year_start
    end
),
-- a month of its own says more than its quarter, a quarter more than its year
finest as (
  from monthly
  qualify row_number() over (partition by month_start, category, team_id order by months) = 1
),
budgeted as (
  select
    month_start,
    sum(amount_cents * (place + 1) // months - amount_cents * place // months)::bigint
      as expense_cents,
    bool_and(is_actual) as is_actual,
    bool_or(category = 'marketing') as has_marketing
  from finest
  group by month_start
),
-- campaigns are part of marketing where that is budgeted
campaigned as (
  select date_trunc('month', start_date)::date as month_start, sum(cost_cents)::bigint as cost_cents
  from campaign
  where cost_cents is not null
  group by all
)
select
  month_start,
  expense_cents + case when has_marketing then 0 else coalesce(cost_cents, 0) end as expense_cents,
  is_actual
from budgeted
left join campaigned using (month_start)
