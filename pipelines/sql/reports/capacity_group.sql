-- one row per scenario and company, region and team: its quota, what its reps are expected to book and how likely it is made
select *
from scenario_group
order by
  scenario = 'base' desc,
  scenario,
  case level when 'company' then 1 when 'region' then 2 else 3 end,
  entity_id
