-- one row per span, scope, dimension, value and measure of effort: its share of the effort and of the won value
create or replace table win_yield (
  span varchar not null,
  scope varchar not null,
  dimension varchar not null,
  value varchar not null,
  measure varchar not null,
  deal_count bigint not null,
  effort_rate double not null,
  value_rate double not null,
  -- value share over effort share: 1 brings as much for its effort as all deals together
  yield double not null,
  yield_lower double,
  yield_upper double,
  -- p value of a yield of 1, corrected for all values tested together; null where none is tested
  differs_probability double,
  primary key (span, scope, dimension, value, measure)
)
