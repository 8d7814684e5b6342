-- one row per plan and pay period of a person: what was earned, drawn, recovered and is paid
select plan, period, period_start, earned_cents, topped_up_cents, advanced_cents, recovered_cents, paid_cents, currency
from commission_statement
where rep_id = $rep_id
order by period_start, period, plan
