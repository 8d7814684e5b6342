-- one row per scenario and company, region and team: its quota, what its reps carry and are expected to book
create or replace table scenario_group (
  scenario varchar not null,
  level varchar not null,
  entity_id varchar not null,
  quota_cents bigint not null,
  carried_cents bigint not null,
  expected_cents bigint not null,
  count_reps integer not null,
  -- that its reps book its quota
  odds double not null,
  share_at_quota double not null,
  primary key (scenario, level, entity_id)
)
