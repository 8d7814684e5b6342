-- one row per content and column that writes dates with slashes or dots
create table if not exists archive.date_profile (
  content_id integer not null,
  column_name varchar not null,
  max_first integer,
  max_second integer,
  example_day_first varchar,
  example_month_first varchar
)
