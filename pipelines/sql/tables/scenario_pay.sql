-- one row per scenario and company, region, team and person: variable pay of the planned year, its mean and range of 80 %
create or replace table scenario_pay (
  scenario varchar not null,
  level varchar not null,
  entity_id varchar not null,
  count_people integer not null,
  expected_cents bigint not null,
  lower_80_cents bigint not null,
  upper_80_cents bigint not null,
  primary key (scenario, level, entity_id)
)
