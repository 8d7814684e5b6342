-- one row per planned year: the plan that scenarios are written over, as JSON
select
  label,
  body
from plan_base
order by label
