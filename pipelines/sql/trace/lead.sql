-- one row per lead created by the as-of date and entity it counts for
create or replace temp view trace_part as
select
  entity_type,
  entity_id,
  view,
  month_start,
  quarter_start,
  year_start,
  lead_id as row_id,
  happened_on as dated,
  case when is_won then 'won' when is_converted then 'converted' else 'not converted' end as state,
  ['source: ' || coalesce(lead_source, 'not given'), 'campaign: ' || campaign_id] as breakdowns,
  1 as lead_count,
  case when is_converted then 1 end as lead_converted_count,
  case when is_won then 1 end as lead_won_count,
  won_days as lead_won_days,
  case when won_days is not null then 1 end as lead_won_days_count
from kpi_lead_created_entity
