-- one row per open deal and entity it counts for: the pipeline of the current periods, whatever it is dated
create or replace temp view trace_part as
with current_period as (
  select
    max(period_start) filter (where period = 'month') as month_start,
    max(period_start) filter (where period = 'quarter') as quarter_start,
    max(period_start) filter (where period = 'year') as year_start
  from kpi_period
  where is_current
)
select
  entity_type,
  entity_id,
  view,
  current_period.month_start,
  current_period.quarter_start,
  current_period.year_start,
  opportunity_id as row_id,
  close_date as dated,
  stage as state,
  ['stage: ' || stage, 'age: ' || age_band(age_days)] as breakdowns,
  1 as pipeline_count,
  bookings_cents as pipeline_bookings_cents
from kpi_deal_entity
cross join current_period
where status = 'open'
