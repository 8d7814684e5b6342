-- one row per opportunity created by the as-of date
create or replace table kpi_deal_created as
select
  opportunity_id,
  rep_id,
  segment,
  territory_id,
  created_date as happened_on,
  status,
  -- how old the deal was when it was decided, or is while it is open
  case when status = 'open' then age_days when close_date <= as_of then cycle_days end as reached_days,
  lead_source,
  campaign_id
from kpi_deal
cross join run
where created_date <= as_of
