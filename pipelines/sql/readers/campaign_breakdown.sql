-- the breakdown by campaign: what a rep, a product or a territory has of one is too little to tell anything
create or replace macro campaign_breakdown(entity_type, campaign_id) as
  case when entity_type not in ('rep', 'product', 'territory') then 'campaign: ' || campaign_id end
