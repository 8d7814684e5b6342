-- one row per open deal dated in what is left of a period and entity it counts for
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
  stage as state,
  1 as open_count,
  bookings_cents as open_bookings_cents
from kpi_deal_entity
cross join run
where status = 'open' and close_date >= as_of
