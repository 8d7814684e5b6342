-- one row per scenario that couldn't be worked out, and why
select *
from scenario_issue
order by scenario
