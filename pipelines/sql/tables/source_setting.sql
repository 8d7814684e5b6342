-- one row per source: what the company file says of its drops
create or replace table source_setting (
  source varchar,
  -- the order of the company file; none for the workspace's own files
  place integer,
  drops varchar,
  max_age_days integer,
  last_drop date
)
