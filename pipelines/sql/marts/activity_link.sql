-- one row per activity and opportunity that it belongs to
create or replace table activity_link as
with told as (
  select source, activity_id, opportunity_id
  from activity
  where opportunity_id is not null
  union all
  select source, activity_id, opportunity_id
  from {{latest_activity_link}}
)
select distinct told.source, told.activity_id, opportunity.opportunity_id
from told
left join merged_opportunity as merged
  on merged.source = told.source and merged.opportunity_id = told.opportunity_id
join opportunity
  on opportunity.source = told.source
  and opportunity.opportunity_id = coalesce(merged.merged_into_id, told.opportunity_id)
semi join activity on activity.source = told.source and activity.activity_id = told.activity_id
