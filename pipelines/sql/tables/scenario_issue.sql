-- one row per scenario that couldn't be worked out over the planned year, and why
create or replace table scenario_issue (
  scenario varchar primary key,
  message varchar not null
)
