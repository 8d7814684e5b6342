-- one row: how many deals were open at the monthly cutoffs before a day
select count(*) as rows
from deal_snapshot
join deal_cutoff on deal_cutoff.cutoff = deal_snapshot.cutoff
where deal_snapshot.cutoff < $known_by::date and deal_cutoff.is_monthly
