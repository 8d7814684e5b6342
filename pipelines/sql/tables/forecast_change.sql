-- one row per earlier cutoff, entity, period and cause: what it did to the published forecast since, none where that is nothing
create or replace table forecast_change (
  cutoff date not null,
  entity_type varchar not null,
  entity_id varchar not null,
  period varchar not null,
  period_start date not null,
  -- forecast at the cutoff, as published then where an edition was, and now: causes add up from one to the other
  before_cents bigint not null,
  after_cents bigint not null,
  cause varchar not null,
  -- in which order one thing after another was replaced
  place integer not null,
  cents bigint not null,
  -- deals that it came through; 0 where it came through none
  count_deals integer not null,
  primary key (cutoff, entity_type, entity_id, period, period_start, cause)
)
