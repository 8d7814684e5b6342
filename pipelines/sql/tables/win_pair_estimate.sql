-- one row per span, scope and pair of values of two dimensions with enough decided deals: their win rate with 95 % intervals
create or replace table win_pair_estimate (
  span varchar not null,
  scope varchar not null,
  dimension varchar not null,
  value varchar not null,
  other_dimension varchar not null,
  other_value varchar not null,
  won_count bigint not null,
  lost_count bigint not null,
  win_rate double not null,
  lower_rate double not null,
  upper_rate double not null,
  pooled_rate double,
  pooled_lower_rate double,
  pooled_upper_rate double,
  primary key (span, scope, dimension, value, other_dimension, other_value)
)
