-- one row per goal on another metric than the goal it serves
insert into finding
select
  'goal_other_metric', 'note', 'goal', goal.goal_id, null, goal.line,
  goal.metric || ', its parent ' || parent.goal_id || ' ' || parent.metric || ': it is not added up'
from goal
join goal as parent on parent.goal_id = goal.parent_id
where goal.metric <> parent.metric
