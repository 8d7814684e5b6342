-- one row: how many opportunities are due
select count(*) as count_due
from due_opportunity
