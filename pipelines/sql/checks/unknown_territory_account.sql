-- one row per account that a plan of territories names and nobody knows
insert into finding
select 'unknown_territory_account', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'unknown_territory_account'
