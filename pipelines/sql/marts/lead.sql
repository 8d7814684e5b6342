-- one row per lead, as its latest drop says
create or replace table lead as
select
  staged.lead_id,
  staged.status,
  staged.lead_source,
  staged.campaign_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  staged.created_date,
  staged.converted_date,
  staged.opportunity_id,
  staged.account_id,
  staged.is_converted
from {{latest_lead}} as staged
left join rep_alias on rep_alias.alias = staged.owner_id
where not staged.is_deleted
