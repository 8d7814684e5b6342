-- one row per lead, as its latest drop says
create or replace table lead as
with first_created as (
  -- a day of creation can't change: where drops differ the first one stands
  select source, lead_id, min_by(created_date, row_order) as created_date
  from {{lead}}
  where reject_reason is null and created_date is not null
  group by source, lead_id
  having min(created_date) <> max(created_date)
)
select
  staged.lead_id,
  staged.status,
  staged.lead_source,
  staged.campaign_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  coalesce(first_created.created_date, staged.created_date) as created_date,
  staged.converted_date,
  staged.opportunity_id,
  staged.account_id,
  staged.is_converted
from {{latest_lead}} as staged
left join first_created
  on first_created.source = staged.source and first_created.lead_id = staged.lead_id
left join rep_alias on rep_alias.alias = staged.owner_id
where not staged.is_deleted
