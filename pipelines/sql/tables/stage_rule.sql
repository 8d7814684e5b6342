-- one row per stage that the company file names for a source, in the order of the sale
create or replace table stage_rule (
  source varchar,
  stage varchar,
  position integer,
  status varchar,
  probability_rate double
)
