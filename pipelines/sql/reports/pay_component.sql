-- one row per fiscal year, role and component with pay: how many people and how much they earned
select
  fiscal_period.label,
  fiscal_period.period_start,
  coalesce(rep.role, 'no role') as role,
  earning.component,
  count(distinct earning.rep_id) as people,
  sum(earning.amount_cents)::bigint as amount_cents
from pay_earning as earning
join rep using (rep_id)
join fiscal_period
  on fiscal_period.period = 'year'
  and earning.earned_on between fiscal_period.period_start and fiscal_period.period_end
group by all
having sum(earning.amount_cents) <> 0
order by fiscal_period.period_start desc, role, component
