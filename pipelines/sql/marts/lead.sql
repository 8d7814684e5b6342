-- one row per lead, as its latest drop says
create or replace table lead as
with latest as (
  select staged.source, staged.lead_id, max(staged.row_order) as row_order
  from {{lead}} as staged
  join source_setting using (source)
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.drop_date is not distinct from source_setting.last_drop)
  group by staged.source, staged.lead_id
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
