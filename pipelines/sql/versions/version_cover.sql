-- one row per content that the kept versions were made of, with the drop that it came in
create table if not exists archive.version_cover (
  content_id integer not null,
  drop_date date,
  source varchar not null,
  -- what else the versions rest on: the company's stages, the columns of its histories, the way its drops are read
  rules varchar not null
)
