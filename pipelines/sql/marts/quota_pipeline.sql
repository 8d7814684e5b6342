-- one row per origin and rep with open deals: their amount, as near to the day as deals were told
create or replace table quota_pipeline as
with nearest as (
  select origin, max(cutoff) as cutoff
  from quota_origin
  join deal_cutoff on cutoff between origin - 10 and origin + 3
  group by origin
)
select
  origin,
  rep_id,
  -- a deal without an amount counts with the usual one of won deals like it
  sum(coalesce(bookings_cents, usual_cents))::bigint as pipeline_cents
from nearest
join deal_snapshot using (cutoff)
group by origin, rep_id
