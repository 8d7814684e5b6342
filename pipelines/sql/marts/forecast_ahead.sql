-- one row per cutoff and fiscal period that is forecast at it: those in progress and ahead, of a past cutoff the nearest
create or replace table forecast_ahead as
with reached as (
  select forecast_cutoff.*, period_end as last_day
  from forecast_cutoff
  -- the end of the next fiscal year
  join fiscal_period
    on period = 'year'
    and (origin_start + interval 1 year)::date between period_start and period_end
  where is_monthly
)
select
  cutoff,
  is_as_of,
  origin_start,
  period,
  period_start,
  period_end,
  (row_number() over (partition by cutoff, period order by period_start) - 1)::integer as horizon
from reached
join fiscal_period on period_end between origin_start and last_day
qualify is_as_of or horizon <= case period when 'month' then 3 when 'quarter' then 4 else 1 end
