-- one row per open opportunity: the chances and time of winning it, what it is expected to bring, and why
create or replace table deal_forecast (
  opportunity_id varchar primary key,
  rep_id varchar not null,
  segment varchar not null,
  cutoff date not null,
  -- hazards, or pooled where too few deals have ended to tell them apart
  model varchar not null,
  win_rate double not null,
  win_rate_in_quarter double not null,
  -- in the quarter after the one of the cutoff
  win_rate_next_quarter double not null,
  lost_rate_in_quarter double not null,
  -- the week by which half of its chance of winning is spent
  expected_close_date date,
  bookings_cents bigint,
  -- null where neither an amount nor a won deal tells what it may bring
  expected_if_won_cents bigint,
  expected_cents bigint,
  expected_in_quarter_cents bigint,
  expected_next_quarter_cents bigint,
  -- of reasons: [{"feature", "value", "effect"}], effect being odds of winning over the average deal's
  reasons varchar not null,
  risk_flags varchar[] not null
)
