-- one row per goal and date on which a step of its KPI ends, or the as-of: the KPI's path
create or replace table goal_value (
  goal_id varchar not null,
  date date not null,
  -- null on days to come and before there is history
  value double,
  -- for sums: what had added up at the same point a year before
  value_before double,
  -- what the goal asks for by then; null before its start
  asked double,
  primary key (goal_id, date)
)
