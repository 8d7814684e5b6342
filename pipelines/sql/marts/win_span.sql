-- one row per span of time that wins and losses are compared over: all history, and up to four complete quarters
create or replace table win_span as
with recent as (
  select period_start, period_end
  from fiscal_period
  cross join run
  where period = 'quarter'
    and is_complete
    and period_end >= first_close_date
  qualify row_number() over (order by period_start desc) <= 4
)
select 'recent' as span, min(period_start) as starts, max(period_end) as ends, count(*) as quarters
from recent
having count(*) > 0
union all
select 'all', first_close_date, as_of, null
from run
where first_close_date is not null
