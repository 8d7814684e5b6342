-- one row per step of a person's pay: lines of a pay period sum to what it pays
create or replace table commission_line (
  line_id varchar primary key,
  rep_id varchar not null,
  plan varchar not null,
  component varchar,
  period varchar not null,
  period_start date not null,
  earned_on date not null,
  opportunity_id varchar,
  credit_id varchar,
  credit_cents bigint not null,
  base_cents bigint not null,
  tier integer,
  rate double,
  -- of a gate or multiplier: whose attainment it looks at
  by_component varchar,
  amount_cents bigint not null,
  currency varchar not null,
  cause varchar not null,
  -- of pay that was told late: the first day of the closed pay period that it belongs to; null of rounding
  late_of date,
  -- what made it, where it is of no credit, such as hold or gate
  late_rule varchar,
  -- what closed pay periods paid of it
  late_paid_cents bigint,
  source_file varchar,
  source_line bigint
)
