-- one row per file being loaded, with the number of its content
create or replace temp table loading (
  path varchar,
  content_id integer,
  sha256 varchar,
  columns varchar[],
  -- of each column, what the file heads it with
  headings varchar[]
)
