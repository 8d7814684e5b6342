-- one row per account that no territory has
insert into finding
select 'territory_orphan', 'note', 'territory', subject, null, line, detail
from territory_issue
where kind = 'territory_orphan'
