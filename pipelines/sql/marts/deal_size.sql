-- one row per segment and cutoff: the usual size of deals that ended in the year before it
create or replace table deal_size as
with known_deal as (
  select opportunity_id, segment from opportunity
  union all
  select opportunity_id, segment from removed_opportunity
),
sized as materialized (
  select
    coalesce(known_deal.segment, 'unassigned') as segment,
    -- in thousandths, so that sums are whole
    round(1000 * ln(bookings_cents))::bigint as log_size,
    greatest(known_on, first_cutoff) as first_day,
    greatest(least(known_on + 365, last_cutoff + 1), first_cutoff) as until_day
  from deal_outcome
  cross join cutoff_span
  join known_deal on known_deal.opportunity_id = deal_outcome.opportunity_id
  where bookings_cents > 0
),
placed as (
  select segment, log_size, unnest(range(begun.count_before + 1, ended.count_before + 1)) as place
  from sized
  join cutoff_day as begun on begun.day = sized.first_day
  join cutoff_day as ended on ended.day = sized.until_day
)
select
  segment,
  place::integer as place,
  count(*) as count_deals,
  -- the geometric mean, which is the median where sizes are lognormal and adds up
  round(exp(sum(log_size) / 1000.0 / count(*)))::bigint as usual_cents
from placed
group by segment, place
-- fewer tell no usual size
having count(*) >= 10
