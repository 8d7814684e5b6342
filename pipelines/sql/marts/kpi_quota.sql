-- one row per entity and fiscal period with a quota on bookings, as written or summed from finer ones
create or replace table kpi_quota as
with
written as (
  select entity_type, entity_id, period, period_start, quota_cents
  from quota
  where measure = 'bookings'
),
-- a quarter is its three months, a year its four quarters; a missing part leaves no sum
quarter_of_months as (
  select
    entity_type, entity_id, 'quarter' as period, quarter_start as period_start,
    sum(quota_cents)::bigint as quota_cents
  from written
  join kpi_month on period = 'month' and period_start = month_start
  group by all
  having count(*) = 3
),
quarter as (
  from written where period = 'quarter'
  union all
  from quarter_of_months anti join written using (entity_type, entity_id, period, period_start)
),
year_of_quarters as (
  select
    entity_type, entity_id, 'year' as period, year_start as period_start,
    sum(quota_cents)::bigint as quota_cents
  from quarter
  join kpi_month on period_start = quarter_start and quarter_start = month_start
  group by all
  having count(*) = 4
)
from written where period in ('month', 'year')
union all
from quarter
union all
from year_of_quarters anti join written using (entity_type, entity_id, period, period_start)
