-- one row per entity of each level in the planned year: its quota, and by how much the level exceeds the one above
create or replace table quota_level (
  level varchar not null,
  entity_id varchar not null,
  period_start date not null,
  quota_cents bigint not null,
  buffer_rate double not null,
  primary key (level, entity_id)
)
