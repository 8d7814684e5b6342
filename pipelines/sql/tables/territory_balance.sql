-- one row per rep and measure: the load as a multiple of its target, today and with the moves
create or replace table territory_balance (
  rep_id varchar not null,
  measure varchar not null,
  -- null where the rep's pool has nothing of the measure
  before_rate double,
  after_rate double,
  primary key (rep_id, measure)
)
