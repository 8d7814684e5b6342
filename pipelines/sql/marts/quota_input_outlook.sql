-- one row per month of the planned year: the company's forecast of it, and what share of bookings those who carry quotas have
create or replace table quota_input_outlook as
with
year as (
  select any_value(year_start) as year_start from quota_input_target
),
month as (
  select period_start, row_number() over (order by period_start) - 1 as place
  from fiscal_period, year
  where period = 'month' and period_start >= year_start and period_start < year_start + interval 1 year
),
carried as (
  select
    sum(bookings_cents) filter (rep_id in (select rep_id from quota_input_rep))::double
      / nullif(sum(bookings_cents), 0) as share
  from opportunity
  cross join run
  where status = 'won' and close_date <= as_of and close_date > as_of - interval 1 year
)
select
  month.period_start,
  month.place::integer as place,
  mean_cents,
  lower_80_cents,
  upper_80_cents,
  coalesce(least(1, share), 1) as carried_rate
from month
cross join carried
cross join run
left join forecast
  on forecast.target = 'bookings' and is_published
  and entity_type = 'company' and entity_id = company
  and forecast.period = 'month' and forecast.period_start = month.period_start
order by month.period_start
