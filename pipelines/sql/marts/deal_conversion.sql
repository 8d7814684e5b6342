-- one row per cutoff, segment, type and age in weeks: deals of two years that were won, lost or last seen open at it
create or replace table deal_conversion as
with seen as (
  select
    deal_cutoff.cutoff,
    coalesce(opportunity.segment, 'unassigned') as segment,
    case when told_then.opportunity_id is null then opportunity.deal_type else told_then.deal_type end
      as deal_type,
    opportunity.bookings_cents,
    case
      when opportunity.status in ('won', 'lost')
        and opportunity.close_date <= deal_cutoff.cutoff
        then opportunity.status
      else 'open'
    end as outcome,
    least(
      case when opportunity.status <> 'open' then opportunity.close_date end,
      deal_cutoff.cutoff
    ) as seen_on,
    opportunity.created_date
  from deal_cutoff
  join opportunity
    on opportunity.created_date <= deal_cutoff.cutoff
    and opportunity.created_date > deal_cutoff.cutoff - 728
  left join opportunity_attribute as told_then
    on told_then.opportunity_id = opportunity.opportunity_id
    and told_then.told_from <= deal_cutoff.cutoff and told_then.told_to > deal_cutoff.cutoff
)
select
  cutoff,
  segment,
  deal_type,
  -- a deal that closed before it was created closed at once
  greatest(0, seen_on - created_date) // 7 as age_weeks,
  count(*) filter (outcome = 'won')::integer as won_count,
  count(*) filter (outcome = 'lost')::integer as lost_count,
  count(*) filter (outcome = 'open')::integer as open_count,
  count(bookings_cents) filter (outcome = 'won')::integer as priced_count,
  sum(bookings_cents) filter (outcome = 'won')::bigint as won_cents,
  sum(bookings_cents::hugeint * bookings_cents) filter (outcome = 'won')::double as won_square
from seen
group by all
order by all
