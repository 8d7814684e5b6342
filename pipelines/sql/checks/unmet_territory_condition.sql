-- one row per value of a rule of territories that no account has
insert into finding
select 'unmet_territory_condition', 'warn', 'territory', subject, null, line, detail
from territory_issue
where kind = 'unmet_territory_condition'
