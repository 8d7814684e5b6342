-- one row per odd but usable thing that was kept
create or replace table finding (
  finding varchar,
  severity varchar,
  object varchar,
  entity_id varchar,
  file_id integer,
  line bigint,
  detail varchar
)
