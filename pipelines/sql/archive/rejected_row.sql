-- one row per record of a content that couldn't be read
create table if not exists archive.rejected_row (
  content_id integer not null,
  line bigint not null,
  column_name varchar,
  value varchar,
  reason varchar not null
)
