-- one row per record that couldn't be read, with the reason
create or replace table rejected_row (
  file_id integer,
  object varchar,
  line bigint,
  column_name varchar,
  value varchar,
  reason varchar
)
