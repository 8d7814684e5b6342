-- one row per plan and pay period of a person with something owed
select
  plan,
  period,
  period_start,
  opening_cents,
  taken_over_cents,
  advanced_cents,
  recovered_cents,
  handed_over_cents,
  closing_cents,
  currency
from commission_balance
where rep_id = $rep_id
order by period_start, period, plan
