-- one row per entity, current fiscal period, view and breakdown (all, stage, age) with open deals
create or replace table kpi_pipeline as
with
counted as (
  select
    entity_type,
    entity_id,
    view,
    unnest([
      null,
      'stage: ' || coalesce(stage, 'not given'),
      'age: ' || age_band(age_days)
    ]) as breakdown,
    bookings_cents
  from kpi_deal_entity
  where status = 'open'
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    breakdown,
    count(*) as pipeline_count,
    count(bookings_cents) as pipeline_bookings_count,
    sum(bookings_cents) as pipeline_bookings_cents,
    quantile_cont(bookings_cents, [0.25, 0.5, 0.75]) as pipeline_bookings_cents_quartiles
  from counted
  group by all
)
select
  summed.* replace (unnest(views_of(view)) as view),
  period,
  period_start
from summed
join kpi_period on is_current
