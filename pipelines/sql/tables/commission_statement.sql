-- one row per person, plan and pay period: what was earned, drawn, recovered and is paid
create or replace table commission_statement (
  rep_id varchar not null,
  plan varchar not null,
  period varchar not null,
  period_start date not null,
  earned_cents bigint not null,
  topped_up_cents bigint not null,
  advanced_cents bigint not null,
  recovered_cents bigint not null,
  paid_cents bigint not null,
  currency varchar not null,
  primary key (rep_id, plan, period, period_start)
)
