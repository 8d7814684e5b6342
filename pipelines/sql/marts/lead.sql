-- one row per lead, as its latest drop says
create or replace table lead as
with latest as (
  select source, lead_id, max(row_order) as row_order
  from {{lead}}
  where reject_reason is null
  group by source, lead_id
)
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
from {{lead}} as staged
semi join latest
  on latest.source = staged.source and latest.lead_id = staged.lead_id
  and latest.row_order = staged.row_order
left join rep_alias on rep_alias.alias = staged.owner_id
where staged.reject_reason is null and not staged.is_deleted
