-- one row per team: its region, its manager, how many are in it and what its current quarter is expected to book
select
  team.team_id,
  team.region_id,
  team.manager_id,
  manager.name as manager,
  (select count(*) from rep where rep.team_id = team.team_id and is_active) as count_active,
  forecast.mean_cents,
  forecast.lower_80_cents,
  forecast.upper_80_cents
from team
left join rep as manager on manager.rep_id = team.manager_id
left join fiscal_period on fiscal_period.period = 'quarter' and fiscal_period.is_current
left join forecast
  on forecast.target = 'bookings'
  and forecast.is_published
  and forecast.entity_type = 'team'
  and forecast.entity_id = team.team_id
  and forecast.period = 'quarter'
  and forecast.period_start = fiscal_period.period_start
order by team.team_id
