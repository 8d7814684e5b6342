-- one row for the balance of accounts: what it is of and within which limits, as JSON
create or replace table territory_problem (
  body varchar not null
)
