-- one row per fiscal quarter in which anything was paid: pay, budget and the bookings it was paid on
with
paid as (
  select
    fiscal_period.period_start,
    fiscal_period.label,
    fiscal_period.is_complete,
    count(distinct rep_id) as people,
    sum(paid_cents)::bigint as paid_cents
  from pay_statement as statement
  join fiscal_period
    on fiscal_period.period = 'quarter'
    and statement.period_start between fiscal_period.period_start and fiscal_period.period_end
  group by all
),
planned as (
  select period_start, sum(amount_cents)::bigint as budget_cents
  from budget
  where category = 'commission' and kind = 'budget' and period = 'quarter'
  group by period_start
),
booked as (
  select fiscal_period.period_start, sum(bookings_cents)::bigint as bookings_cents
  from opportunity
  cross join run
  join fiscal_period
    on fiscal_period.period = 'quarter'
    and close_date between fiscal_period.period_start and fiscal_period.period_end
  where status = 'won' and close_date <= as_of
  group by fiscal_period.period_start
)
select
  paid.*,
  budget_cents,
  bookings_cents,
  paid_cents / nullif(bookings_cents, 0) as effective_rate
from paid
left join planned using (period_start)
left join booked using (period_start)
order by period_start
