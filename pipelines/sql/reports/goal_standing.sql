-- one row per goal in the order of plans/goals.yaml: what it asks for, how it stands and how its children add up
select
  goal.goal_id,
  goal.parent_id,
  goal.metric,
  goal.measure,
  goal.better,
  goal.entity_type,
  goal.entity_id,
  coalesce(goal_entity.name, goal.entity_id) as entity,
  goal.owner_id,
  coalesce(rep.name, goal.owner_id) as owner,
  goal.baseline,
  goal.target,
  goal.is_maintained,
  goal.start_date,
  goal.due_date,
  goal.note,
  goal.recorded_on,
  goal_status.* exclude (goal_id),
  goal_cascade.entity_type as child_type,
  goal_cascade.count_combined,
  goal_cascade.count_other_metric,
  goal_cascade.combined_target,
  goal_cascade.buffer_rate,
  goal_cascade.is_covered,
  goal_cascade.missing
from goal
join goal_status on goal_status.goal_id = goal.goal_id
left join goal_cascade on goal_cascade.goal_id = goal.goal_id
left join goal_entity
  on goal_entity.entity_type = goal.entity_type
  and goal_entity.entity_id = goal.entity_id
left join rep on rep.rep_id = goal.owner_id
order by goal.position
