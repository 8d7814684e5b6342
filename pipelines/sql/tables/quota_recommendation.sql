-- one row per active rep and next fiscal year, and per rep and quarter of it
create or replace table quota_recommendation (
  rep_id varchar not null,
  period varchar not null,
  period_start date not null,
  quota_cents bigint not null,
  -- null, as range and probability, where the target was split evenly for want of history
  expected_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  attainment_probability double,
  reasons varchar not null,
  primary key (rep_id, period, period_start)
)
