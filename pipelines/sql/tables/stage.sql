-- one row per stage of a source, in the order of the sale
create or replace table stage (
  source varchar,
  stage varchar,
  position integer,
  status varchar,
  probability_rate double
)
