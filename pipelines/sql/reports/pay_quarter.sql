-- one row per fiscal quarter with pay: what was earned, its budget and the bookings of the same time
with
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
  earned.period_start,
  fiscal_period.label,
  fiscal_period.is_complete,
  earned.count_people as people,
  earned.earned_cents,
  pay_budget.budget_cents,
  booked.bookings_cents,
  earned.earned_cents / nullif(booked.bookings_cents, 0) as effective_rate
from pay_earned as earned
join fiscal_period using (period, period_start)
left join pay_budget using (period, period_start)
left join booked using (period_start)
where earned.period = 'quarter'
order by earned.period_start
