-- one row per quarter of the next fiscal year: the year's company target, and this year's forecast
create or replace table quota_input_target as
with
this_year as (
  select period_start from fiscal_period where period = 'year' and is_current
),
next_year as (
  select fiscal_period.period_start, period_end
  from fiscal_period
  cross join this_year
  where period = 'year' and fiscal_period.period_start > this_year.period_start
  qualify row_number() over (order by fiscal_period.period_start) = 1
),
planned as (
  select quota.period, sum(quota_cents) as quota_cents, count(*) as count_rows
  from quota
  cross join run
  cross join next_year
  where entity_type = 'company' and entity_id = company and measure = 'bookings'
    and quota.period_start between next_year.period_start and period_end
  group by quota.period
),
-- the coarsest grain for which the plan gives the whole year
target as (
  select arg_min(quota_cents, count_rows) as planned_cents
  from planned
  where count_rows = case period when 'year' then 1 when 'quarter' then 4 else 12 end
),
-- a year that began before the data did isn't a whole one: then the next year's forecast stands in
outlook as (
  select mean_cents as forecast_cents
  from forecast
  cross join run
  cross join this_year
  cross join next_year
  where target = 'bookings' and is_published and entity_type = 'company' and entity_id = company
    and forecast.period = 'year'
    and forecast.period_start = case
      when this_year.period_start >= date_trunc('month', first_close_date)
        then this_year.period_start
      else next_year.period_start
    end
)
select
  next_year.period_start as year_start,
  quarter.period_start,
  planned_cents::bigint as planned_cents,
  forecast_cents
from next_year
join fiscal_period as quarter
  on quarter.period = 'quarter'
  and quarter.period_start between next_year.period_start and next_year.period_end
cross join target
left join outlook on true
order by quarter.period_start
