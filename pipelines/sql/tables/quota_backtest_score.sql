-- one row per grain and rule: how its quotas fared over all complete periods
create or replace table quota_backtest_score (
  period varchar not null,
  rule varchar not null,
  count_quotas integer not null,
  -- Σ |quota − bookings| over Σ bookings; null where nothing was booked
  error_rate double,
  -- distance between the quartiles of attainment
  attainment_spread double not null,
  share_at_quota double not null,
  expected_share double not null,
  rank_correlation double,
  brier_score double not null,
  -- of outcomes on the log-odds: 1 is calibrated; null where all odds are alike
  reliability_slope double,
  reliability_lower double,
  reliability_upper double,
  primary key (period, rule)
)
