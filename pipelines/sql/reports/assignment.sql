-- one row per rep and span of dates in one team under one manager, with the day from which that was known
select
  rep_assignment.rep_id,
  rep.name,
  rep_assignment.team_id,
  rep_assignment.region_id,
  rep_assignment.role,
  coalesce(manager.name, rep_assignment.manager_id) as manager,
  -- the first place also holds for what came before it was written down, the last for what follows
  case
    when rep_assignment.valid_from = date '0001-01-01' then rep.hired_on
    else rep_assignment.valid_from
  end as valid_from,
  case
    when rep_assignment.valid_to = date '9999-12-31' then rep.left_on
    else rep_assignment.valid_to
  end as valid_to,
  rep.is_active,
  nullif(rep_assignment.known_from, date '0001-01-01') as known_from
from rep_assignment
cross join run
join rep on rep.rep_id = rep_assignment.rep_id
left join rep as manager on manager.rep_id = rep_assignment.manager_id
where rep_assignment.rep_id <> 'unassigned'
  and rep_assignment.valid_from <= as_of
order by rep_assignment.rep_id, rep_assignment.valid_from
