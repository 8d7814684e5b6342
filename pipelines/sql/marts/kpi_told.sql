-- one row per company whose deals have states: the day since which exports tell those of open ones
create or replace table kpi_told as
with
moved as (
  select valid_from::date as day, basis = 'inferred' as is_inferred, 1 as change
  from kpi_version
  where status = 'open'
  union all
  select valid_to::date, basis = 'inferred', -1
  from kpi_version
  where status = 'open'
),
daily as (
  select
    day,
    sum(change) as change,
    coalesce(sum(change) filter (where is_inferred), 0) as inferred_change
  from moved
  group by day
),
open_deals as (
  select
    lead(day) over days as until_day,
    sum(change) over days as open_count,
    sum(inferred_change) over days as inferred_count
  from daily
  window days as (order by day)
)
select
  coalesce(
    -- a pipeline of which one deal in twenty is only known to have been there isn't told
    max(until_day) filter (where inferred_count * 20 > open_count),
    date '0001-01-01'
  ) as told_since
from open_deals
having count(*) > 0
