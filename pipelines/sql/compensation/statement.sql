-- one row per person and plan in a pay period: what is paid and why
select
  statement.plan,
  statement.rep_id,
  coalesce(rep.name, statement.rep_id) as name,
  earned_cents,
  topped_up_cents + advanced_cents as drawn_cents,
  recovered_cents,
  paid_cents,
  statement.currency
from commission_statement as statement
left join rep using (rep_id)
where statement.period = $period and statement.period_start = $period_start
  and ($plan is null or statement.plan = $plan)
order by statement.plan, name, statement.rep_id
