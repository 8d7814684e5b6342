-- one row per quarter of the running fiscal year with pay, and the year: earned by now, forecast with its range, and budget
with
running as (
  select period_start, period_end
  from fiscal_period
  where period = 'year' and is_current
),
told as (
  select period, period_start, count_people, earned_cents, expected_cents, lower_80_cents, upper_80_cents
  from pay_outlook
  union all
  -- quarters that are over came to what was earned in them
  select pay_earned.period, pay_earned.period_start, people.count_people, earned_cents, earned_cents, null, null
  from pay_earned
  join running on pay_earned.period_start between running.period_start and running.period_end
  cross join (select max(count_people) as count_people from pay_outlook) as people
  where pay_earned.period = 'quarter'
    and people.count_people is not null
    and not exists (
      select 1
      from pay_outlook
      where pay_outlook.period = 'quarter' and pay_outlook.period_start = pay_earned.period_start
    )
)
select
  told.period,
  fiscal_period.period_start,
  fiscal_period.label,
  told.count_people as people,
  told.earned_cents,
  told.expected_cents,
  told.lower_80_cents,
  told.upper_80_cents,
  pay_budget.budget_cents
from told
join fiscal_period using (period, period_start)
left join pay_budget using (period, period_start)
order by told.period, fiscal_period.period_start
