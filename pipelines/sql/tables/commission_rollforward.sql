-- one row per fiscal period, type of deal and currency: opening + capitalised − amortised − impaired = closing
create or replace table commission_rollforward (
  period varchar not null,
  period_start date not null,
  -- "none" for what is of no deal, or of one whose type isn't known
  deal_type varchar not null,
  opening_cents bigint not null,
  capitalised_cents bigint not null,
  amortised_cents bigint not null,
  impaired_cents bigint not null,
  closing_cents bigint not null,
  -- at once, without ever being an asset
  expensed_cents bigint not null,
  currency varchar not null,
  primary key (period, period_start, deal_type, currency)
)
