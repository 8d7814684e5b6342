-- one row per account and the territory that plans/territories.yaml gives it as of the rebuild
create or replace table territory_account (
  account_id varchar not null,
  -- null where no rule, exception or holdout places the account
  territory varchar,
  -- null where the territory is vacant or its owner isn't there
  rep_id varchar,
  -- holdout, exception, rule or nothing
  placed_by varchar not null,
  grounds varchar not null,
  -- the last day of a holdout or an exception that has one
  until_date date,
  primary key (account_id)
)
