-- one row per entity, fiscal period and view that is reported: all that metrics divide or count
create or replace table kpi_component as
with sums as (
  select
    kpi_cell.* exclude (is_observed),
    months_elapsed,
    -- a cell without a row closed nothing: it counts zero
    coalesce(closed_count, 0) as closed_count,
    coalesce(won_count, 0) as won_count,
    coalesce(lost_count, 0) as lost_count,
    -- a sum over no deal is zero, one over deals without amounts is missing
    case when won_count > 0 then bookings_cents else 0 end as bookings_cents,
    coalesce(bookings_count, 0) as bookings_count,
    case when won_count > 0 then won_amount_cents else 0 end as won_amount_cents,
    coalesce(won_amount_count, 0) as won_amount_count,
    case when lost_count > 0 then lost_amount_cents else 0 end as lost_amount_cents,
    coalesce(lost_amount_count, 0) as lost_amount_count,
    coalesce(cycle_count, 0) as cycle_count,
    case when cycle_count > 0 then cycle_days else 0 end as cycle_days,
    won_amount_cents_quartiles,
    cycle_days_quartiles,
    coalesce(open_count, 0) as open_count,
    case when open_count > 0 then open_bookings_cents else 0 end as open_bookings_cents,
    quota_cents,
    kpi_recent.* exclude (entity_type, entity_id, view)
  from kpi_cell
  join kpi_period using (period, period_start)
  left join kpi_closed using (entity_type, entity_id, view, period, period_start)
  left join kpi_open using (entity_type, entity_id, view, period, period_start)
  left join kpi_quota using (entity_type, entity_id, period, period_start)
  left join kpi_recent using (entity_type, entity_id, view)
)
select
  *,
  won_amount_count + lost_amount_count as closed_amount_count,
  -- the share by value says nothing where most won or most lost deals have no amount
  case
    when 2 * won_amount_count >= won_count and 2 * lost_amount_count >= lost_count
    then won_amount_cents + lost_amount_cents
  end as closed_amount_cents,
  quota_cents - bookings_cents as remaining_quota_cents,
  recent_open_count
    * (recent_won_amount_cents / nullif(recent_won_amount_count, 0))
    * (recent_won_count / nullif(recent_closed_count, 0)) as expected_cents,
  recent_cycle_days / nullif(recent_cycle_count, 0) as mean_cycle_days,
  coalesce(least(recent_closed_count, recent_won_amount_count, recent_cycle_count), 0)
    as recent_count
from sums
