-- one row per reason why a scenario couldn't be worked out over the planned year
create or replace table scenario_issue (
  scenario varchar not null,
  message varchar not null,
  primary key (scenario, message)
)
