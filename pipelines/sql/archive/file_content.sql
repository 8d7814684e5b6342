-- one row per file of this rebuild: the content of the archive that it holds
create or replace temp table file_content (
  content_id integer,
  file_id integer,
  staging varchar,
  source varchar,
  drop_date date,
  -- of the latest drop that has files of this feed: a full one leaves out what is gone
  is_last_drop boolean,
  columns varchar[]
)
