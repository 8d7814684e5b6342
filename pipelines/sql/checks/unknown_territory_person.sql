-- one row per territory of a person who is on no list
insert into finding
select 'unknown_territory_person', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'unknown_territory_person'
