-- one row per scenario and month of the planned year: who is there, what they can book, and what they carry
select
  scenario_capacity.*,
  capacity_cents / nullif(deployed_cents, 0) as expected_attainment,
  fiscal_period.label
from scenario_capacity
join fiscal_period
  on fiscal_period.period = 'month' and fiscal_period.period_start = scenario_capacity.period_start
order by scenario = 'base' desc, scenario, scenario_capacity.period_start
