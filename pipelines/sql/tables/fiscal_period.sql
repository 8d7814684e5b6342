-- one row per fiscal month, quarter and year
create or replace table fiscal_period (
  period varchar,
  period_start date,
  period_end date,
  label varchar,
  fiscal_year integer,
  is_complete boolean,
  is_current boolean
)
