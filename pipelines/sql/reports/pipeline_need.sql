-- one row: the least and the most coverage that one past quarter needed from this day of the current one on, null where one of them won nothing
with needed as (
  select
    earlier_start,
    sum(yield_open_cents)::bigint / nullif(sum(yield_won_cents)::bigint, 0) as need
  from kpi_yield_event
  join fiscal_period
    on fiscal_period.period = kpi_yield_event.period
    and fiscal_period.period_start = kpi_yield_event.reported_start
  where fiscal_period.period = 'quarter' and fiscal_period.is_current
  group by earlier_start
)
select
  count(*) as count_quarters,
  case when count(*) = count(need) then min(need) end as lowest,
  case when count(*) = count(need) then max(need) end as highest
from needed
