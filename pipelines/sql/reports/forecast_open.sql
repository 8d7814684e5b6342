-- one row per company, region, team, segment or rep with open deals: their amount, and what they are expected to bring in this quarter and in the next
with
deal as (
  select
    deal_forecast.rep_id,
    deal_forecast.segment,
    -- a deal without an amount counts with the usual one of won deals like it
    coalesce(deal_snapshot.bookings_cents, usual_cents) as open_cents,
    expected_in_quarter_cents,
    expected_next_quarter_cents
  from deal_forecast
  join deal_snapshot using (opportunity_id, cutoff)
)
select
  entity_type,
  entity_id,
  count(*)::integer as count_deals,
  sum(open_cents)::bigint as open_cents,
  sum(expected_in_quarter_cents)::bigint as quarter_cents,
  sum(expected_next_quarter_cents)::bigint as next_cents
from deal
join forecast_member using (rep_id, segment)
group by entity_type, entity_id
order by entity_type, entity_id
