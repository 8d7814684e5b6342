-- one row per quota that makes a figure's quota: as written for the period, else for its parts
with covering as (
  select
    month_start,
    quota.*,
    case quota.period when 'year' then 1 when 'quarter' then 2 else 3 end as fineness
  from kpi_month
  join quota
    on quota.period_start = start_of(quota.period, month_start, quarter_start, year_start)
  where start_of($period, month_start, quarter_start, year_start) = $period_start::date
    and (
      quota.period = 'month'
      or quota.period = $period
      or (quota.period = 'quarter' and $period = 'year')
    )
    and entity_type = $entity_type
    and entity_id = $entity_id
    and measure = 'bookings'
),
coarsest as (
  select *
  from covering
  qualify fineness = min(fineness) over (partition by month_start)
)
select distinct
  coarsest.period,
  coarsest.period_start,
  quota_cents,
  source_file.path as file,
  source_line as line
from coarsest
left join source_file on source_file.file_id = source_file_id
order by coarsest.period_start, coarsest.period
