-- one row per scenario that changes no compensation plan: what its year costs the company in variable pay
select
  scenario,
  count_people as people,
  expected_cents,
  lower_80_cents,
  upper_80_cents
from scenario_pay
join scenario using (scenario)
-- beside the plan's, a cost with one person's plan changed would tell that person's pay
where level = 'company' and not json_exists(entry, '$.pay')
order by scenario <> 'base', scenario
