-- one row per key that the company file declares for matching a kind of record, in order
create or replace table match_key (
  object varchar,
  key varchar,
  place integer
)
