-- one row per entity, fiscal period and view with open deals dated in what is left of the period
create or replace table kpi_open as
with counted as (
  select
    entity_type,
    entity_id,
    view,
    case
      when grouping(month_start) = 0 then 'month'
      when grouping(quarter_start) = 0 then 'quarter'
      else 'year'
    end as period,
    coalesce(month_start, quarter_start, year_start) as period_start,
    sum(bookings_cents) as open_bookings_cents,
    count(*) as open_count
  from kpi_deal_entity
  cross join run
  where status = 'open'
    -- a deal dated in the past can't close on that date: data quality lists it, no period has it
    and close_date >= as_of
    and month_start is not null
  group by grouping sets (
    (entity_type, entity_id, view, month_start),
    (entity_type, entity_id, view, quarter_start),
    (entity_type, entity_id, view, year_start)
  )
)
select * replace (unnest(views_of(view)) as view)
from counted
