-- one row per goal of plans/goals.yaml that was recorded by the as-of
create or replace table goal (
  goal_id varchar not null,
  position integer not null,
  metric varchar not null,
  measure varchar not null,
  -- the grain of `kpi` that it is followed by
  period varchar not null,
  unit varchar not null,
  better varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  -- in the units of `kpi`
  baseline double not null,
  target double not null,
  is_maintained boolean not null,
  start_date date not null,
  due_date date not null,
  owner_id varchar not null,
  parent_id varchar,
  note varchar,
  recorded_on date,
  line integer,
  primary key (goal_id)
)
