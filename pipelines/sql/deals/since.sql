-- one row: the days from the first deal on file to a cutoff, both counted; null where there is none
select $cutoff::date - min(created_date) + 1 as days
from opportunity
where created_date <= $cutoff::date
