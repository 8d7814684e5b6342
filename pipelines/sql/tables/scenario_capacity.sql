-- one row per scenario and month of the planned year: who is there, what they can book, and what they carry
create or replace table scenario_capacity (
  scenario varchar not null,
  period_start date not null,
  headcount double not null,
  ramped double not null,
  capacity_cents bigint not null,
  deployed_cents bigint not null,
  target_cents bigint not null,
  primary key (scenario, period_start)
)
