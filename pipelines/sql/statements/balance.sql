-- one row per plan and pay period of a person with something owed
select plan, period, period_start, opening_cents, advanced_cents, recovered_cents, closing_cents, currency
from commission_balance
where rep_id = $rep_id
order by period_start, period, plan
