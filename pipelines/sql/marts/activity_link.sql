-- one row per activity and opportunity that it belongs to
create or replace table activity_link as
select source, activity_id, opportunity_id
from activity
semi join opportunity using (source, opportunity_id)
union all
-- its further opportunities; what a merged one had belongs to the one that stands for it
select distinct told.source, told.activity_id, opportunity.opportunity_id
from {{latest_activity_link}} as told
left join merged_opportunity as merged
  on merged.source = told.source and merged.opportunity_id = told.opportunity_id
join opportunity
  on opportunity.source = told.source
  and opportunity.opportunity_id = coalesce(merged.merged_into_id, told.opportunity_id)
join activity on activity.source = told.source and activity.activity_id = told.activity_id
where activity.opportunity_id is distinct from opportunity.opportunity_id
