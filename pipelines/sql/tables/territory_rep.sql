-- one row per rep whose accounts are balanced: how far from balance, today and with the moves
create or replace table territory_rep (
  rep_id varchar not null,
  -- accounts move within it, and its reps share its total
  pool varchar not null,
  capacity_rate double not null,
  count_accounts_before integer not null,
  count_accounts_after integer not null,
  -- weighted mean of |load - target| / target over the measures
  deviation_before_rate double not null,
  deviation_after_rate double not null,
  -- weighted mean of load / target - 1: below zero the rep has less than the target
  position_before_rate double not null,
  position_after_rate double not null,
  primary key (rep_id)
)
