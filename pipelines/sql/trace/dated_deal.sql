-- one row per deal, fiscal period it was dated in when that began, and entity it counts for
create or replace temp view trace_part as
select
  entity_type,
  entity_id,
  view,
  case period when 'month' then month_start end as month_start,
  case period when 'quarter' then quarter_start end as quarter_start,
  case period when 'year' then year_start end as year_start,
  opportunity_id as row_id,
  happened_on as dated,
  case when is_pushed then 'pushed' when is_open then 'open' else 'closed' end as state,
  1 as dated_count,
  case when is_pushed then 1 end as pushed_count,
  bookings_cents as dated_bookings_cents,
  case when is_pushed then bookings_cents end as pushed_bookings_cents,
  case when is_called and is_over then 1 end as called_count,
  case when is_called and is_over and is_open then 1 end as slipped_count
from kpi_dated_deal_entity
