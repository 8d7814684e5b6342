-- one row per target, entity, model, period and cutoff of the past 36 months, as many days before its month's end as the as-of date
create or replace table forecast_backtest (
  target varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  cutoff date not null,
  -- periods ahead of the one that held the cutoff
  horizon integer not null,
  model varchar not null,
  -- the model that would have been shown
  is_published boolean not null,
  mean_cents bigint not null,
  -- null, as the other bounds, for a model that tells no range
  lower_50_cents bigint,
  upper_50_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  lower_95_cents bigint,
  upper_95_cents bigint,
  -- a key of target, entity, period, start, cutoff and model would cost more than all that fills the table
  actual_cents bigint not null
)
