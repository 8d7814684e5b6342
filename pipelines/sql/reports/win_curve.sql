-- one row per company or segment and week of age: the share of its deals won and lost by then, while enough are left undecided
select
  entity_type,
  entity_id,
  age_days,
  round(won_rate, 5) as won_rate,
  round(lost_rate, 5) as lost_rate,
  round(lower, 5) as lower,
  round(upper, 5) as upper,
  at_risk,
  count_deals
from win_curve
where cohort = 'all'
  and entity_type in ('company', 'segment')
  and entity_id <> 'unassigned'
  and at_risk >= $min_cell
order by entity_type, entity_id, age_days
