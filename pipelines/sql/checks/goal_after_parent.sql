-- one row per goal that is due after the goal it serves
insert into finding
select
  'goal_after_parent', 'warn', 'goal', goal.goal_id, null, goal.line,
  'due ' || goal.due_date || ', its parent ' || parent.goal_id || ' ' || parent.due_date
from goal
join goal as parent on parent.goal_id = goal.parent_id
where goal.due_date > parent.due_date
