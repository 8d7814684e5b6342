-- one row per fiscal year, role and component with pay: how many people and how much
select
  fiscal_period.label,
  fiscal_period.period_start,
  coalesce(rep.role, 'no role') as role,
  coalesce(line.component, 'Draws and balances') as component,
  count(distinct line.rep_id) as people,
  sum(line.amount_cents)::bigint as amount_cents
from pay_line as line
join rep using (rep_id)
join fiscal_period
  on fiscal_period.period = 'year'
  and line.period_start between fiscal_period.period_start and fiscal_period.period_end
group by all
having sum(line.amount_cents) <> 0
order by fiscal_period.period_start desc, role, component
