-- one row per fiscal period: what is earned and unpaid in the company's currency, and how many people earned and how many owe
with
earner as (
  select
    fiscal_period.period,
    fiscal_period.period_start,
    count(distinct line.rep_id) as people
  from commission_line as line
  cross join run
  join fiscal_period
    on least(line.earned_on, run.as_of) between fiscal_period.period_start and fiscal_period.period_end
  where cause not in ('hold', 'release', 'draw', 'carried', 'recovered') and amount_cents <> 0
  group by all
),
debtor as (
  select
    fiscal_period.period,
    fiscal_period.period_start,
    count(distinct balance.rep_id) as debtors
  from commission_balance as balance
  join fiscal_period
    on balance.period_start between fiscal_period.period_start and fiscal_period.period_end
  group by all
)
select
  accrual.* exclude (currency),
  fiscal_period.label,
  fiscal_period.is_complete,
  coalesce(earner.people, 0) as people,
  coalesce(debtor.debtors, 0) as debtors
from commission_accrual as accrual
cross join setting
join fiscal_period using (period, period_start)
left join earner using (period, period_start)
left join debtor using (period, period_start)
where accrual.currency = setting.currency
order by period, period_start
