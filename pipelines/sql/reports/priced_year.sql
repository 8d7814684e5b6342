-- one row per scenario that changes no compensation plan: what its planned year costs the company in variable pay, its target and expected bookings
select
  plan_base.label,
  scenario,
  count_people as people,
  company.quota_cents as target_cents,
  company.expected_cents as bookings_cents,
  scenario_pay.expected_cents,
  lower_80_cents,
  upper_80_cents,
  scenario_pay.expected_cents / nullif(company.expected_cents, 0) as effective_rate
from scenario_pay
cross join plan_base
join scenario using (scenario)
join scenario_group as company using (scenario, level, entity_id)
-- beside the plan's, a cost with one person's plan changed would tell that person's pay
where level = 'company' and not json_exists(entry, '$.pay')
order by scenario <> 'base', scenario
