-- one row per holdout of an account that is over
insert into finding
select 'expired_holdout', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'expired_holdout'
