-- one row per team that has a territory, but nobody to carry it
insert into finding
select 'empty_team', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'empty_team'
