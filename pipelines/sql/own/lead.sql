-- one row per lead whose day has come, with its campaign and the deal that it became
create or replace view {{events}} as
with came as (
  select
    own_deal.* exclude (opportunity_id, rep_id, segment, territory_id),
    null::varchar as opportunity_id,
    coalesce(lead.rep_id, 'unassigned') as rep_id,
    null::varchar as segment,
    null::varchar as territory_id,
    lead.status as lead__status,
    lead.lead_source as lead__lead_source,
    lead.is_converted as lead__is_converted,
    lead.created_date as lead__created_date,
    lead.converted_date as lead__converted_date,
    campaign.name as campaign__name,
    campaign.kind as campaign__kind
  from lead
  left join campaign on campaign.campaign_id = lead.campaign_id
  left join own_deal on own_deal.opportunity_id = lead.opportunity_id
)
select *, {{happened_on}} as happened_on
from came
where {{happened_on}} <= (select as_of from run)
