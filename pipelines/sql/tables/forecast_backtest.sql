-- one row per target, entity, period and earlier cutoff at the same point of its quarter
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
  mean_cents bigint not null,
  lower_50_cents bigint not null,
  upper_50_cents bigint not null,
  lower_80_cents bigint not null,
  upper_80_cents bigint not null,
  lower_95_cents bigint not null,
  upper_95_cents bigint not null,
  actual_cents bigint not null,
  primary key (target, entity_type, entity_id, period, period_start, cutoff)
)
