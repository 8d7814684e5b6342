-- one row per rep or company and type of deal, or account, and cutoff by which a deal of theirs had ended: how all of them had
create or replace table deal_record as
with known_deal as (
  select opportunity_id, account_id, deal_type from opportunity
  union all
  select opportunity_id, account_id, deal_type from removed_opportunity
),
told as materialized (
  select
    deal_outcome.*,
    known_deal.account_id,
    -- who renews contracts wins more than who finds customers, and no better for it
    coalesce(
      case when told_then.opportunity_id is null then known_deal.deal_type else told_then.deal_type end,
      'unassigned'
    ) as deal_type,
    greatest(deal_outcome.known_on, first_cutoff) as first_day
  from deal_outcome
  join known_deal on known_deal.opportunity_id = deal_outcome.opportunity_id
  cross join cutoff_span
  -- its type as drops had told it when they told how it ended
  left join opportunity_attribute as told_then
    on told_then.opportunity_id = deal_outcome.opportunity_id
    and told_then.told_from <= deal_outcome.known_on and told_then.told_to > deal_outcome.known_on
),
ended as (
  select told.*, cutoff_day.count_before + 1 as place
  from told
  join cutoff_day on cutoff_day.day = told.first_day
),
held as (
  select 'company' as entity_type, 'company' as entity_id, deal_type, place, outcome, known_on
  from ended
  union all
  select 'rep', rep_id, deal_type, place, outcome, known_on from ended
  union all
  select 'account', account_id, 'all', place, outcome, known_on
  from ended
  where account_id is not null
),
counted as (
  select
    entity_type,
    entity_id,
    deal_type,
    place,
    count(*) as count_closed,
    count(*) filter (where outcome = 'won') as count_won,
    max(known_on) filter (where outcome = 'won') as last_won,
    max(known_on) filter (where outcome = 'lost') as last_lost
  from held
  group by all
),
summed as (
  select
    entity_type,
    entity_id,
    deal_type,
    place,
    lead(place) over records as next_place,
    (sum(count_closed) over until_now)::bigint as count_closed,
    (sum(count_won) over until_now)::bigint as count_won,
    max(last_won) over until_now as last_won,
    max(last_lost) over until_now as last_lost
  from counted
  window
    records as (partition by entity_type, entity_id, deal_type order by place),
    until_now as (
      partition by entity_type, entity_id, deal_type order by place
      rows between unbounded preceding and current row
    )
),
cutoffs as (
  select max(place) as last_place from deal_cutoff
)
-- a record holds until the next one: every cutoff has a row, so that joins need no order
select
  entity_type,
  entity_id,
  deal_type,
  unnest(range(place, coalesce(next_place, last_place + 1)))::integer as place,
  count_closed,
  count_won,
  last_won,
  last_lost
from summed
cross join cutoffs
