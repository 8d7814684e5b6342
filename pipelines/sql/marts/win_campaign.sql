-- one row per campaign begun by the as-of: its leads and deals, what came of them, and what it cost
create or replace table win_campaign as
with
leads as (
  select
    campaign_id,
    count(*) as lead_count,
    count(*) filter (where is_converted) as converted_count,
    count(*) filter (where is_won) as lead_won_count
  from kpi_lead_created
  where campaign_id is not null
  group by campaign_id
),
-- deals that name the campaign, and those that its leads became
brought as (
  select campaign_id, opportunity_id
  from opportunity
  where campaign_id is not null
  union
  select campaign_id, opportunity_id
  from lead
  where campaign_id is not null and opportunity_id is not null
),
deals as (
  select
    brought.campaign_id,
    count(*) as deal_count,
    count(*) filter (where status = 'won') as won_count,
    count(*) filter (where status = 'open') as open_count,
    sum(amount_cents) filter (where status = 'won') as won_amount_cents
  from brought
  join win_deal as opportunity on opportunity.opportunity_id = brought.opportunity_id
  group by brought.campaign_id
)
select
  campaign.campaign_id,
  coalesce(campaign.name, campaign.campaign_id) as name,
  coalesce(campaign.kind, 'unassigned') as kind,
  campaign.start_date,
  coalesce(span.starts <= campaign.start_date and campaign.start_date <= span.ends, false)
    as is_recent,
  campaign.cost_cents,
  coalesce(lead_count, 0) as lead_count,
  coalesce(converted_count, 0) as converted_count,
  coalesce(lead_won_count, 0) as lead_won_count,
  coalesce(deal_count, 0) as deal_count,
  coalesce(won_count, 0) as won_count,
  coalesce(open_count, 0) as open_count,
  case when won_count > 0 then won_amount_cents else 0 end as won_amount_cents
from campaign
cross join run
left join win_span as span on span.span = 'recent'
left join leads on leads.campaign_id = campaign.campaign_id
left join deals on deals.campaign_id = campaign.campaign_id
where campaign.start_date is null or campaign.start_date <= as_of
