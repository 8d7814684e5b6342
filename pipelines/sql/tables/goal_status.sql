-- one row per goal: where it stands, what its path asks for by now, and the chance of reaching it
create or replace table goal_status (
  goal_id varchar not null,
  status varchar not null,
  -- null, with progress, where it isn't known: not started, absent, or too few deals
  value double,
  -- what the value rests on, as `kpi` counts it
  n bigint,
  -- null before the start
  asked double,
  -- shares of the way from baseline to target; null for a rate to be held
  progress_rate double,
  asked_rate double,
  -- earlier years that the path takes its season from; 0 where it goes by days
  count_seasons integer not null,
  -- null, with the range, where history is too short, has no past, or the goal is over
  chance_rate double,
  expected double,
  lower_80 double,
  upper_80 double,
  -- null, too, where the chance comes from the table forecast
  count_forecasts integer,
  is_forecast boolean,
  primary key (goal_id)
)
