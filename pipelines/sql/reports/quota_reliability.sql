-- one row per grain and slice of odds: what was said and what came
select *
from quota_reliability
order by period, slice
