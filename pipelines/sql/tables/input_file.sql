-- one row per file taken in
create or replace table input_file (
  file_id integer,
  source varchar,
  feed varchar,
  object varchar,
  path varchar,
  drop_date date,
  sha256 varchar,
  bytes bigint,
  encoding varchar,
  delimiter varchar,
  rows bigint,
  amount_minor bigint,
  rejected_amount_minor bigint
)
