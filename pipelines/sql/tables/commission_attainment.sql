-- one row per person (or pooled team), component and measure period: how far it has come
create or replace table commission_attainment (
  holder_id varchar not null,
  plan varchar not null,
  component varchar not null,
  period varchar not null,
  period_start date not null,
  credit_cents bigint not null,
  quota_cents bigint,
  target_cents bigint,
  -- the credit at which the next tier begins
  next_tier_cents bigint,
  currency varchar not null,
  primary key (holder_id, plan, component, period_start)
)
