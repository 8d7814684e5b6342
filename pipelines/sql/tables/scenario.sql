-- one row per scenario over the planned year, the plan without one as base: what it changes, with all that it extends
create or replace table scenario (
  scenario varchar primary key,
  note varchar,
  entry varchar not null
)
