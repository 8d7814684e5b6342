-- one row per rep and complete quarter or year with a quota as it was when the period began, or first after
create or replace table quota_set as
with
first_told as (
  select
    version.entity_id as rep_id,
    version.period,
    version.period_start,
    arg_min(
      quota_cents,
      (version.known_from, coalesce(effective_from, date '0001-01-01'), source_file_id, source_line)
    ) as quota_cents
  from quota_version as version
  where entity_type = 'rep' and measure = 'bookings' and period in ('quarter', 'year')
  group by all
),
month as (
  select min(period_start) as first_month from quota_input_rep
)
select
  first_told.rep_id,
  first_told.period,
  first_told.period_start,
  datediff('month', month.first_month, first_told.period_start)::integer as month_number,
  case period when 'year' then 12 else 3 end as count_months,
  first_told.quota_cents
from first_told
join fiscal_period using (period, period_start)
cross join month
where fiscal_period.is_complete
order by period, period_start, rep_id
