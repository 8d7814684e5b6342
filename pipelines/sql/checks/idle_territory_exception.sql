-- one row per exception that places nothing, or nothing anew
insert into finding
select 'idle_territory_exception', 'note', 'territory', subject, null, line, detail
from territory_issue
where kind = 'idle_territory_exception'
