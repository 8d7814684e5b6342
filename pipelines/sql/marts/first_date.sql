-- one row: the earliest day of any opportunity that isn't a slip of the pen
select least(min(created_date), min(close_date)) as first_date
from opportunity
cross join setting
where least(created_date, close_date) > setting.as_of - interval 30 years
