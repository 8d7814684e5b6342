-- one row per activity and opportunity that it belongs to
create or replace table activity_link as
with told as (
  select source, activity_id, opportunity_id
  from activity
  where opportunity_id is not null
  union
  select source, activity_id, opportunity_id
  from {{latest_activity_link}}
)
select told.source, told.activity_id, told.opportunity_id
from told
semi join activity on activity.source = told.source and activity.activity_id = told.activity_id
semi join opportunity
  on opportunity.source = told.source and opportunity.opportunity_id = told.opportunity_id
