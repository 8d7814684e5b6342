-- one row per cutoff, rep, segment, type and week before the cutoff: deals created in it
create or replace table deal_arrival as
select
  deal_cutoff.cutoff,
  opportunity.rep_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  case when told_then.opportunity_id is null then opportunity.deal_type else told_then.deal_type end
    as deal_type,
  (deal_cutoff.cutoff - opportunity.created_date) // 7 as weeks_before,
  count(*)::integer as count_deals
from deal_cutoff
join opportunity
  on opportunity.created_date <= deal_cutoff.cutoff
  and opportunity.created_date > deal_cutoff.cutoff - 364
left join opportunity_attribute as told_then
  on told_then.opportunity_id = opportunity.opportunity_id
  and told_then.told_from <= deal_cutoff.cutoff and told_then.told_to > deal_cutoff.cutoff
group by all
order by all
