-- one row per entity (as is) and fiscal period that is over, from the entity's first month on: what was booked in it
create or replace table forecast_actual as
with
-- who hasn't booked yet begins with the first hire
begun as (
  select entity_type, entity_id, min(close_date) as began_on
  from forecast_booked
  join forecast_member using (rep_id, segment)
  group by all
  union all
  select entity_type, entity_id, min(hired_on)
  from forecast_member
  join rep using (rep_id)
  where entity_type in ('region', 'team', 'rep')
  group by all
  having min(hired_on) is not null
),
started as (
  select
    entity_type,
    entity_id,
    -- nothing is known of the time before the first deal closed
    greatest(date_trunc('month', min(began_on)), date_trunc('month', min(first_close_date)))::date
      as started_on
  from begun
  cross join run
  where first_close_date is not null
  group by all
),
booked as (
  select entity_type, entity_id, period, period_start, sum(bookings_cents)::bigint as cents
  from forecast_booked
  join forecast_member using (rep_id, segment)
  join fiscal_period on close_date between period_start and period_end
  group by all
)
select
  started.entity_type,
  started.entity_id,
  fiscal_period.period,
  fiscal_period.period_start,
  fiscal_period.period_end,
  -- an entity that was there and booked nothing booked zero
  coalesce(booked.cents, 0)::bigint as actual_cents,
  -- the period in which an entity or the data begin is no whole one
  fiscal_period.period_start >= started_on and fiscal_period.period_start > first_close_date
    as is_whole
from started
cross join run
join fiscal_period on period_end >= started_on and is_complete
left join booked using (entity_type, entity_id, period, period_start)
