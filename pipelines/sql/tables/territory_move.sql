-- one row per account that should change hands, in the order in which the moves are told
create or replace table territory_move (
  position integer not null,
  account_id varchar not null,
  from_rep_id varchar not null,
  to_rep_id varchar not null,
  reason varchar not null,
  primary key (position)
)
