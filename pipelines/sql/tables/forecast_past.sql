-- one row per target, company, region, team or segment, unfinished period and past cutoff that reaches it: what would have been published then
create or replace table forecast_past (
  target varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  cutoff date not null,
  model varchar not null,
  -- by the cutoff
  booked_cents bigint not null,
  mean_cents bigint not null,
  lower_50_cents bigint not null,
  upper_50_cents bigint not null,
  lower_80_cents bigint not null,
  upper_80_cents bigint not null,
  lower_95_cents bigint not null,
  upper_95_cents bigint not null,
  primary key (target, entity_type, entity_id, period, period_start, cutoff)
)
