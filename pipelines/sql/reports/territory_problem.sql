-- one row for the balance of accounts, as JSON
select body
from territory_problem
