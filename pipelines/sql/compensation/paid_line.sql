-- one row per person, plan and component in a pay period, draws and balances as a component of their own
select
  line.rep_id,
  line.plan,
  coalesce(line.component, 'Draws and balances') as component,
  sum(line.amount_cents)::bigint as amount_cents,
  line.currency
from commission_line as line
where line.period = $period and line.period_start = $period_start
  and ($plan is null or line.plan = $plan)
group by line.rep_id, line.plan, component, line.currency
having sum(line.amount_cents) <> 0
order by line.plan, line.rep_id, component
