-- one row per planned year with compensation plans, none without: what the cost of pay is worked out from, as JSON
create or replace table pay_base (
  body varchar not null
)
