-- one row per rep: who it is, in which team, since when; never what anybody earns
select
  rep.rep_id,
  rep.name,
  rep.role,
  rep.team_id,
  rep.region_id,
  rep.manager_id,
  manager.name as manager,
  rep.hired_on,
  rep.left_on,
  rep.is_active,
  date_diff('day', rep.hired_on, coalesce(rep.left_on, run.as_of)) / 30.4375 as tenure_months,
  date_diff('month', rep.hired_on, run.as_of) + 1 as month_of_service,
  quota_ramp.ramp_share,
  -- the first quarter with a quota; null for who never has one
  (
    select min(period_start)
    from kpi_quota
    where entity_type = 'rep' and entity_id = rep.rep_id and period = 'quarter'
      and quota_cents > 0
  ) as first_quota,
  (select max(month_of_service) from quota_ramp) as ramp_months
from rep
cross join run
left join quota_ramp
  on quota_ramp.month_of_service = date_diff('month', rep.hired_on, run.as_of) + 1
left join rep as manager on manager.rep_id = rep.manager_id
where rep.rep_id <> 'unassigned'
order by rep.name, rep.rep_id
