-- one row per deal, open stage it left, and entity it counts for
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
  stage as state,
  ['stage: ' || stage] as breakdowns,
  1 as stay_count,
  stay_days
from kpi_stage_stay_entity
