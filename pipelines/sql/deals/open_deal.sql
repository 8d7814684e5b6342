-- one row per deal open at the end of a cutoff: what was known of it then
select *
from deal_snapshot
where cutoff = $cutoff::date
order by opportunity_id
