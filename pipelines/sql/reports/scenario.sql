-- one row per scenario over the planned year: what it changes, as JSON
select
  scenario,
  note,
  entry
from scenario
where scenario <> 'base'
order by scenario
