-- one row per quarter of the planned year and for the year itself: the company's forecast of it with its range
create or replace table quota_input_range as
with
year as (
  select any_value(year_start) as year_start from quota_input_target
)
select
  forecast.period,
  forecast.period_start,
  mean_cents,
  lower_80_cents,
  upper_80_cents
from forecast
cross join run
cross join year
where forecast.target = 'bookings' and is_published
  and entity_type = 'company' and entity_id = company
  and forecast.period in ('year', 'quarter')
  and forecast.period_start >= year_start
  and forecast.period_start < year_start + interval 1 year
order by forecast.period, forecast.period_start
