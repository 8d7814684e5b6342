-- one row per territory of a person who has left
insert into finding
select 'left_territory_person', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'left_territory_person'
