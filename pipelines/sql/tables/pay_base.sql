-- one row where a year is planned and compensation plans exist: what the cost of pay is worked out from, as JSON
create or replace table pay_base (
  body varchar not null
)
