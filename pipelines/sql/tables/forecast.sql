-- one row per target, entity, model and period from the current one to the end of the next fiscal year
create or replace table forecast (
  target varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  cutoff date not null,
  model varchar not null,
  -- the one model of the entity and period that pages show; the others stand beside it
  is_published boolean not null,
  -- null, as the bounds, where nothing was ever booked (model none)
  mean_cents bigint,
  -- null, as the other bounds, for a model that tells no range
  lower_50_cents bigint,
  upper_50_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  lower_95_cents bigint,
  upper_95_cents bigint,
  primary key (target, entity_type, entity_id, period, period_start, model)
)
