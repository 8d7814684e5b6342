-- one row per line of pay in a pay period, as payroll takes it
select rep_id, plan, component, amount_cents, currency
from commission_line
where period = $period and period_start = $period_start
  and ($plan is null or plan = $plan)
order by plan, rep_id, line_id
