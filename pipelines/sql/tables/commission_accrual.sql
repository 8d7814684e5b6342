-- one row per fiscal period and currency: what is earned and unpaid, opening + earned + guaranteed − settled = closing, and what was paid in advance
create or replace table commission_accrual (
  period varchar not null,
  period_start date not null,
  opening_cents bigint not null,
  earned_cents bigint not null,
  -- paid beyond what was earned and not to be given back
  guaranteed_cents bigint not null,
  settled_cents bigint not null,
  closing_cents bigint not null,
  advance_opening_cents bigint not null,
  advanced_cents bigint not null,
  recovered_cents bigint not null,
  advance_closing_cents bigint not null,
  -- settled + advanced − recovered
  paid_cents bigint not null,
  currency varchar not null,
  primary key (period, period_start, currency)
)
