-- one row per earlier as-of, target, entity, period and model: what was published then, from the ledger
create or replace table forecast_published (
  as_of date not null,
  -- of the edition that held it
  build_id varchar not null,
  target varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  cutoff date not null,
  model varchar not null,
  is_published boolean not null,
  mean_cents bigint,
  lower_50_cents bigint,
  upper_50_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  lower_95_cents bigint,
  upper_95_cents bigint
)
