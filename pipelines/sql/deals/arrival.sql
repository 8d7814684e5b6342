-- one row per rep, segment, type and week before a cutoff: deals created in it
select rep_id, segment, deal_type, weeks_before, count_deals
from deal_arrival
where cutoff = $cutoff::date
order by segment, deal_type, rep_id, weeks_before
