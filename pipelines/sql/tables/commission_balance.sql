-- one row per person, plan and pay period with something owed: opening + taken over + advanced − recovered − handed over = closing
create or replace table commission_balance (
  rep_id varchar not null,
  plan varchar not null,
  period varchar not null,
  period_start date not null,
  opening_cents bigint not null,
  taken_over_cents bigint not null,
  advanced_cents bigint not null,
  recovered_cents bigint not null,
  handed_over_cents bigint not null,
  closing_cents bigint not null,
  currency varchar not null,
  primary key (rep_id, plan, period, period_start)
)
