-- one row per rep known by name
select rep_id
from rep
order by rep_id
