-- one row per active rep and next fiscal year, and per rep and quarter and month of it
create or replace table quota_recommendation (
  rep_id varchar not null,
  period varchar not null,
  period_start date not null,
  quota_cents bigint not null,
  -- null, as range and probability, for a month, and where the target was split evenly for want of history
  expected_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  attainment_probability double,
  -- what simple rules would give of the same total; null but for the year
  allocator_even_cents bigint,
  allocator_prior_year_cents bigint,
  allocator_trailing_cents bigint,
  allocator_potential_cents bigint,
  -- what keeps the quota from the odds that all others have
  held_by varchar,
  reasons varchar not null,
  primary key (rep_id, period, period_start)
)
