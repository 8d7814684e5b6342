-- one row per span, scope, dimension and value with a decided deal: its win rate, size and cycle with 95 % intervals, and how it differs
create or replace table win_estimate (
  span varchar not null,
  scope varchar not null,
  dimension varchar not null,
  value varchar not null,
  -- 'too_few' under the company's minimum cell: counts, and nothing estimated from them
  status varchar not null,
  won_count bigint not null,
  lost_count bigint not null,
  win_rate double,
  lower_rate double,
  upper_rate double,
  -- leaning on the whole, by as much as the values of the dimension are alike
  pooled_rate double,
  pooled_lower_rate double,
  pooled_upper_rate double,
  -- p value of winning as often as the rest, corrected for all values tested together
  differs_probability double,
  -- with the other dimensions held fixed; null where they aren't in the model
  adjusted_rate double,
  adjusted_lower_rate double,
  adjusted_upper_rate double,
  odds_ratio double,
  odds_lower double,
  odds_upper double,
  adjusted_probability double,
  -- false where other dimensions say nearly the same, so that effects can't be told apart
  is_separable boolean,
  size_cents double,
  size_lower_cents double,
  size_upper_cents double,
  cycle_days double,
  cycle_lower_days double,
  cycle_upper_days double,
  velocity_cents double,
  primary key (span, scope, dimension, value)
)
