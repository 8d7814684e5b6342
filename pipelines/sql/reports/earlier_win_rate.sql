-- one row: the company's win rate in the quarter a year before, up to the same day of it, or no row; null of too few deals
select case when not same_day.is_too_few then same_day.value end as value
from same_day
join fiscal_period
  on fiscal_period.period = same_day.period
  and fiscal_period.period_start = same_day.period_start
where same_day.metric = 'win_rate'
  and same_day.entity_type = 'company'
  and same_day.view = 'as_is'
  and same_day.period = 'quarter'
  and same_day.compared_with = 'year_before'
  and fiscal_period.is_current
