-- adds one row per metric, entity, quarter or year that ended on the day, view and breakdown: its level on that day
insert into main.kpi by name
select kpi.*
from kpi
cross join run
join kpi_period using (period, period_start)
-- a record that begins later tells nothing of the day
where value is not null and status <> 'partial' and period <> 'month' and period_end = as_of
