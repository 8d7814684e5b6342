-- one row per span, scope, dimension, value and measure of effort with enough deals: its shares of effort and of won value
select
  span,
  scope,
  dimension,
  value,
  measure,
  deal_count,
  round(effort_rate, 5) as effort_rate,
  round(value_rate, 5) as value_rate,
  round(yield, 3) as yield,
  round(yield_lower, 3) as yield_lower,
  round(yield_upper, 3) as yield_upper,
  round(differs_probability, 5) as probability
from win_yield
order by span, scope, dimension, value, measure
