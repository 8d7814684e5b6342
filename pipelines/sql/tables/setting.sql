-- one row: what the company file says of the company
create or replace table setting (
  company varchar,
  as_of date,
  build_id varchar,
  currency varchar,
  currency_digits integer,
  fiscal_start_month integer,
  time_zone varchar,
  bookings_measure varchar,
  min_cell integer,
  gross_margin double,
  cac_lag_months integer,
  share_at_quota_aim double,
  rejected_rows_limit double,
  rejected_amount_limit double
)
