-- one row per entity and view: open deals at the as-of date, closed ones of the months before it
create or replace table kpi_recent as
with
deal as (
  select
    kpi_deal_entity.*,
    status = 'open' as is_open,
    status = 'won' as is_won,
    status in ('won', 'lost')
      and close_date > as_of - to_months(lookback_months)
      and close_date <= as_of as is_recent
  from kpi_deal_entity
  cross join run
  join metric on metric = 'sales_velocity'
),
counted as (
  select
    entity_type,
    entity_id,
    view,
    count(*) filter (where is_open) as recent_open_count,
    count(*) filter (where is_recent) as recent_closed_count,
    count(*) filter (where is_recent and is_won) as recent_won_count,
    sum(amount_cents) filter (where is_recent and is_won) as recent_won_amount_cents,
    count(amount_cents) filter (where is_recent and is_won) as recent_won_amount_count,
    sum(cycle_days) filter (where is_recent and is_won) as recent_cycle_days,
    count(cycle_days) filter (where is_recent and is_won) as recent_cycle_count
  from deal
  where is_open or is_recent
  group by all
)
select * replace (unnest(views_of(view)) as view)
from counted
