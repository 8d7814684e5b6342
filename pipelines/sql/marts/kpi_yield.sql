-- one row per entity, current or next fiscal period and view: pipeline of earlier ones and what was then won
create or replace table kpi_yield as
with counted as (
  select
    entity_type,
    entity_id,
    view,
    period,
    reported_start as period_start,
    sum(yield_open_cents) as yield_open_cents,
    coalesce(sum(yield_won_cents), 0) as yield_won_cents,
    count(yield_won_cents) as yield_won_count
  from kpi_yield_event_entity
  where entity_type <> 'product'
  group by all
)
select
  counted.* replace (unnest(views_of(view)) as view),
  told_since > as_of - to_months(lookback_months) as is_cut_short
from counted
cross join kpi_told
cross join run
join metric on metric = 'coverage_needed'
