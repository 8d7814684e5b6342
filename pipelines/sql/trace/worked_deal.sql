-- one row per won or open deal and entity it counts for: the activities logged on it
create or replace temp view trace_part as
select
  entity_type,
  entity_id,
  view,
  month_start,
  quarter_start,
  year_start,
  opportunity_id as row_id,
  happened_on as dated,
  case when is_won then 'won' else 'open' end as state,
  case when is_won then every end as won_activity_count,
  case when is_won then 1 end as won_deal_count,
  case when not is_won then every end as open_activity_count,
  case when not is_won then 1 end as open_deal_count
from kpi_deal_effort_entity
