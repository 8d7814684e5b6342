-- one row per day at which earlier periods are cut
select distinct until as day
from same_day_period
order by day
