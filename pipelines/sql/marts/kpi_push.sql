-- one row per entity, fiscal period and view that had deals dated in the period when it began
create or replace table kpi_push as
with counted as (
  select
    entity_type,
    entity_id,
    view,
    period,
    case period when 'month' then month_start when 'quarter' then quarter_start else year_start end
      as period_start,
    count(*) as dated_count,
    count(*) filter (where is_pushed) as pushed_count,
    count(bookings_cents) as dated_bookings_count,
    sum(bookings_cents) as dated_bookings_cents,
    coalesce(sum(bookings_cents) filter (where is_pushed), 0) as pushed_bookings_cents,
    -- nothing has slipped before the period is over
    count(*) filter (where is_called and is_over) as called_count,
    count(*) filter (where is_called and is_over and is_open) as slipped_count
  from kpi_dated_deal_entity
  where month_start is not null
  group by all
)
select * replace (unnest(views_of(view)) as view)
from counted
