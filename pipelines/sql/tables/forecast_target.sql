-- one row per entity and unfinished period with a target, and cutoff, for reps the as-of alone: the chance of the target as seen then
create or replace table forecast_target (
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  cutoff date not null,
  -- as on file today
  target_cents bigint not null,
  -- plan: the company's quota or a goal; quota: of others, their own or the sum of their reps'
  target_source varchar not null,
  -- by the cutoff
  booked_cents bigint not null,
  mean_cents bigint not null,
  -- to book the target or more
  chance double not null,
  primary key (entity_type, entity_id, period, period_start, cutoff)
)
