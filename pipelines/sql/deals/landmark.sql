-- one row per monthly cutoff before a day and deal open at its end, of a share of opportunities: with how it had ended by the day
select
  deal_snapshot.*,
  known.outcome,
  known.ended_on,
  known.won_cents
from deal_snapshot
join deal_cutoff on deal_cutoff.cutoff = deal_snapshot.cutoff
left join deal_outcome as known
  on known.opportunity_id = deal_snapshot.opportunity_id
  and known.spell = deal_snapshot.spell
  and known.known_on <= $known_by::date
where deal_snapshot.cutoff < $known_by::date
  and deal_cutoff.is_monthly
  and hash(deal_snapshot.opportunity_id) % 10000 < $share
order by deal_snapshot.opportunity_id, deal_snapshot.cutoff
