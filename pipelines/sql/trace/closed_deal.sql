-- one row per deal won or lost by the as-of date and entity it counts for: its part of each sum
create or replace temp view trace_part as
select
  entity_type,
  entity_id,
  view,
  month_start,
  quarter_start,
  year_start,
  opportunity_id as row_id,
  close_date as dated,
  status as state,
  [
    'reason: ' || coalesce(loss_reason, 'not given'),
    'competitor: ' || coalesce(competitor, 'not given'),
    'stage: ' || coalesce(lost_stage, 'not given')
  ] as breakdowns,
  1 as closed_count,
  case when status = 'won' then 1 end as won_count,
  case when status = 'lost' then 1 end as lost_count,
  case when status = 'won' then bookings_cents end as bookings_cents,
  amount_cents as closed_amount_cents,
  case when status = 'won' then amount_cents end as won_amount_cents,
  case when status = 'won' and amount_cents is not null then 1 end as won_amount_count,
  case when status = 'won' then cycle_days end as cycle_days,
  case when status = 'won' and cycle_days is not null then 1 end as cycle_count,
  -- of a share of losses, the deals of every reason, competitor and stage
  case when status = 'lost' then amount_cents end as loss_part_cents,
  case when status = 'lost' then amount_cents end as lost_amount_cents,
  case when status = 'lost' then 1 end as loss_part_count,
  case when status = 'lost' then 1 end as lost_deal_count
from kpi_deal_entity
cross join run
where status in ('won', 'lost') and close_date <= as_of
