-- one row per file of a raw table: where its rows begin, and which records before them are missing
create or replace temp table {{position}} as
with extent as (
  select path, min(rowid) as first_row, count(*) as rows
  from {{raw}}
  group by path
),
skipped as (
  select file_id, list_sort(list(line)) as lines
  from rejected_row
  group by file_id
)
select
  files.file_id,
  files.path,
  files.source,
  files.drop_date,
  extent.first_row,
  extent.rows,
  -- from which kept row on a record more is missing
  list_transform(skipped.lines, lambda line, place: line - 1 - place) as gaps
from input_file as files
join extent using (path)
left join skipped using (file_id)
where files.raw_table = $raw_table
