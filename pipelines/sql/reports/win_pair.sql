-- one row per span, scope and pair of values of two dimensions with enough decided deals, and the number of those with fewer
with few as (
  select
    span,
    scope,
    dimension,
    other_dimension,
    count(*) filter (where won_count + lost_count < min_cell) as few_count
  from win_pair
  cross join run
  group by all
)
select
  win_pair_estimate.span,
  win_pair_estimate.scope,
  win_pair_estimate.dimension,
  win_pair_estimate.value,
  win_pair_estimate.other_dimension,
  win_pair_estimate.other_value,
  win_pair_estimate.won_count,
  win_pair_estimate.lost_count,
  win_rate as rate,
  lower_rate as lower,
  upper_rate as upper,
  pooled_rate as pooled,
  won_amount_cents,
  activity_count,
  few_count
from win_pair_estimate
join win_pair using (span, scope, dimension, value, other_dimension, other_value)
join few using (span, scope, dimension, other_dimension)
order by
  win_pair_estimate.span,
  win_pair_estimate.scope,
  win_pair_estimate.dimension,
  win_pair_estimate.other_dimension,
  win_pair_estimate.value,
  win_pair_estimate.other_value
