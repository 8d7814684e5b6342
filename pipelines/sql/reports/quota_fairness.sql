-- one row per factor and group of reps, managers by name: attainment beside the others'
select
  quota_fairness.* replace (
    case when factor = 'manager' then coalesce(rep.name, level) else level end as level
  )
from quota_fairness
left join rep on factor = 'manager' and rep.rep_id = quota_fairness.level
order by probability, factor, quota_fairness.level
