-- one row per goal and milestone
create or replace table goal_milestone (
  goal_id varchar not null,
  due_date date not null,
  value double not null,
  primary key (goal_id, due_date)
)
