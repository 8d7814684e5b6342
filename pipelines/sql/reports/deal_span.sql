-- one row per quarter that chances are given for: the one in progress and the next, with its last day
select label, period_start, period_end
from fiscal_period
cross join run
where period = 'quarter' and period_end >= as_of
order by period_start
limit 2
