-- one row per planned year, none where there is too little history: the plan that scenarios are written over, as JSON
create or replace table plan_base (
  label varchar not null,
  body varchar not null
)
