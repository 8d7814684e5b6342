-- one row per opportunity created by the as-of date
create or replace table kpi_deal_created as
with created as (
  -- what closes on a day to come is open until then
  select *, status = 'open' or coalesce(close_date > as_of, false) as is_open
  from kpi_deal
  cross join run
  where created_date <= as_of
)
select
  opportunity_id,
  rep_id,
  segment,
  territory_id,
  created_date as happened_on,
  case when is_open then 'open' else status end as status,
  -- how old the deal was when it was decided, or is while it is open
  case when is_open then as_of - created_date else cycle_days end as reached_days,
  lead_source,
  campaign_id
from created
