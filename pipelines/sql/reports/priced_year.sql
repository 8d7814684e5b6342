-- one row per scenario: what its year costs the company in variable pay
select
  scenario,
  count_people as people,
  expected_cents,
  lower_80_cents,
  upper_80_cents
from scenario_pay
where level = 'company'
order by scenario <> 'base', scenario
