-- one row per fiscal period and view: the company's new customers, what they cost and what they pay
create or replace table kpi_acquisition as
with
begun_month as (
  select
    *,
    (month_start - to_months(cac_lag_months))::date as spent_month,
    -- of a month in progress as much is spent as days of it have passed
    least(last_day(month_start), as_of) - month_start + 1 as days_elapsed,
    day(last_day(month_start)) as days
  from kpi_month
  cross join run
  where month_start <= as_of
),
-- renewals and expansions of customers from before the data win nobody
first_win as (
  select account_id, close_date, deal_type
  from opportunity
  cross join run
  where status = 'won' and close_date <= as_of and account_id is not null
  qualify row_number() over (partition by account_id order by close_date, opportunity_id) = 1
),
won as (
  select date_trunc('month', close_date)::date as month_start, count(*) as customers
  from first_win
  where coalesce(deal_type, 'new') = 'new'
  group by all
),
monthly as (
  select
    begun_month.*,
    (expense_cents * days_elapsed // days)::bigint as expense_cents,
    coalesce(customers, 0) as customers
  from begun_month
  left join kpi_expense on kpi_expense.month_start = spent_month
  left join won on won.month_start = begun_month.month_start
),
summed as (
  select
    case
      when grouping(month_start) = 0 then 'month'
      when grouping(quarter_start) = 0 then 'quarter'
      else 'year'
    end as period,
    coalesce(month_start, quarter_start, year_start) as period_start,
    -- a month that no budget covers leaves no sum
    case when count(expense_cents) = count(*) then sum(expense_cents)::bigint end as expense_cents,
    sum(customers)::bigint as new_customer_count
  from monthly
  group by grouping sets ((month_start), (quarter_start), (year_start))
),
quarter_spent as (
  select quarter_start, sum(expense_cents)::bigint as expense_cents
  from kpi_month
  join kpi_expense using (month_start)
  group by quarter_start
  having count(*) = 3
),
recurring as (
  select period, period_start, mrr_cents, opening_mrr_cents, recurring_account_count
  from kpi_recurring
  cross join run
  where entity_type = 'company' and entity_id = company and view = 'as_is'
)
select
  'company' as entity_type,
  company as entity_id,
  unnest(views_of('both')) as view,
  summed.period,
  summed.period_start,
  null::varchar as breakdown,
  summed.expense_cents,
  new_customer_count,
  summed.expense_cents / nullif(new_customer_count, 0) as customer_cost_cents,
  mrr_cents * gross_margin / nullif(recurring_account_count, 0) as account_margin_cents,
  recurring_account_count,
  12 * (mrr_cents - opening_mrr_cents) as net_new_arr_cents,
  before.expense_cents as prior_expense_cents
from summed
cross join run
left join recurring using (period, period_start)
left join quarter_spent as before
  on summed.period = 'quarter' and quarter_start = (summed.period_start - interval 3 months)::date
where summed.expense_cents is not null or before.expense_cents is not null
