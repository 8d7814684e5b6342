-- one row per quarter of the last three fiscal years that the data hold in full: company bookings
create or replace table quota_input_season as
with
full_year as (
  select period_start, period_end
  from fiscal_period
  cross join run
  where period = 'year' and is_complete and period_start >= date_trunc('month', first_close_date)
  qualify row_number() over (order by period_start desc) <= 3
)
select
  full_year.period_start as year_start,
  quarter.period_start,
  coalesce(sum(bookings_cents), 0)::bigint as bookings_cents
from full_year
join fiscal_period as quarter
  on quarter.period = 'quarter'
  and quarter.period_start between full_year.period_start and full_year.period_end
left join opportunity
  on status = 'won'
  and close_date between quarter.period_start and quarter.period_end
group by all
order by quarter.period_start
