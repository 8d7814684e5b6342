-- one row per entity, fiscal period (month, quarter, year) and view that closed a deal by the as-of
create or replace table kpi_closed as
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
    count(*) as closed_count,
    count(*) filter (where status = 'won') as won_count,
    count(*) filter (where status = 'lost') as lost_count,
    sum(bookings_cents) filter (where status = 'won') as bookings_cents,
    count(bookings_cents) filter (where status = 'won') as bookings_count,
    sum(amount_cents) filter (where status = 'won') as won_amount_cents,
    count(amount_cents) filter (where status = 'won') as won_amount_count,
    sum(amount_cents) filter (where status = 'lost') as lost_amount_cents,
    count(amount_cents) filter (where status = 'lost') as lost_amount_count,
    sum(cycle_days) filter (where status = 'won') as cycle_days,
    count(cycle_days) filter (where status = 'won') as cycle_count,
    quantile_cont(amount_cents, [0.25, 0.5, 0.75]) filter (where status = 'won')
      as won_amount_cents_quartiles,
    quantile_cont(cycle_days, [0.25, 0.5, 0.75]) filter (where status = 'won') as cycle_days_quartiles
  from kpi_deal_entity
  cross join run
  where status in ('won', 'lost')
    -- what closes on a day to come hasn't happened: data quality lists it, no period has it yet
    and close_date <= as_of
    and month_start is not null
  group by grouping sets (
    (entity_type, entity_id, view, month_start),
    (entity_type, entity_id, view, quarter_start),
    (entity_type, entity_id, view, year_start)
  )
)
select * replace (unnest(views_of(view)) as view)
from counted
