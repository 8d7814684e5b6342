-- one row per factor and group of reps: attainment beside the others'
select *
from quota_fairness
order by probability, factor, level
