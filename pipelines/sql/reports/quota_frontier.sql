-- one row per total of quotas looked at: the share of reps expected at quota
select *
from quota_frontier
order by total_cents
