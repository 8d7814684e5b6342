-- one row per scenario, rep and planned year, quarter and month; the plan without a scenario is `base`
create or replace table scenario_quota (
  scenario varchar not null,
  rep_id varchar not null,
  team_id varchar not null,
  region_id varchar not null,
  is_hire boolean not null,
  period varchar not null,
  period_start date not null,
  quota_cents bigint not null,
  -- null, as range and probability, for a month
  expected_cents bigint,
  lower_80_cents bigint,
  upper_80_cents bigint,
  attainment_probability double,
  held_by varchar,
  primary key (scenario, rep_id, period, period_start)
)
