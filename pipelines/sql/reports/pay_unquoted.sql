-- one row per person and plan whose pay isn't forecast from a period on, and the component that has no quota for it
select
  rep_id,
  coalesce(rep.name, rep_id) as rep,
  rep.team_id,
  pay_unquoted.plan,
  pay_unquoted.component,
  fiscal_period.label
from pay_unquoted
left join rep using (rep_id)
left join fiscal_period using (period, period_start)
order by fiscal_period.period_start, rep, pay_unquoted.plan
