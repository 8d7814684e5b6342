-- one row per account that the rules of several territories claim
insert into finding
select 'territory_conflict', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'territory_conflict'
