-- one row per territory that nobody has
insert into finding
select 'vacant_territory', 'note', 'territory', subject, null, line, detail
from territory_issue
where kind = 'vacant_territory'
