-- one row per deal created by the as-of date and entity it counts for
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
  status as state,
  ['source: ' || coalesce(lead_source, 'not given'), 'campaign: ' || campaign_id] as breakdowns,
  1 as created_count,
  case when status = 'won' then 1 end as created_won_count,
  case when status = 'open' then 1 end as created_open_count
from kpi_deal_created_entity
