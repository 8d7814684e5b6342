-- one row per rep who has no territory and no account, where others of the role have
insert into finding
select 'rep_without_territory', 'note', 'territory', subject, null, line, detail
from territory_issue
where kind = 'rep_without_territory'
