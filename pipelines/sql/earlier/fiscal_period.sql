-- one row per fiscal period that is cut at the day or ends on it, in progress on it
create or replace table fiscal_period as
select fiscal_period.* replace (period_end <= as_of as is_complete, true as is_current)
from main.fiscal_period
cross join run
where fiscal_period.period_end = as_of or exists (
  from main.same_day_period as compared
  where compared.period = fiscal_period.period
    and compared.earlier_start = fiscal_period.period_start
    and compared.until = as_of
)
