-- one row per plan, component, deal and month in which its commission is capitalised, amortised, impaired or expensed
create or replace table commission_asset_month (
  plan varchar not null,
  -- null for what is of all components together, such as a guarantee
  component varchar,
  -- null for what is of no deal
  opportunity_id varchar,
  deal_type varchar,
  month date not null,
  capitalised_cents bigint not null,
  amortised_cents bigint not null,
  impaired_cents bigint not null,
  -- at once, without ever being an asset
  expensed_cents bigint not null,
  currency varchar not null
)
