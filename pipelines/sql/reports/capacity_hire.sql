-- one row per role, month of the planned year and probability: the hires that make the target as likely
select *
from capacity_hire
order by role, period_start, probability
