-- one row per file of a raw table: where its rows begin, and which records before them are missing
create or replace temp table {{position}} as
with extent as (
  select path, min(rowid) as first_row
  from {{raw}}
  group by path
),
skipped as (
  select content_id, list_sort(list(line)) as lines
  from archive.rejected_row
  semi join loading using (content_id)
  group by content_id
)
select
  loading.content_id,
  loading.path,
  extent.first_row,
  -- from which kept row on a record more is missing
  list_transform(skipped.lines, lambda line, place: line - 1 - place) as gaps
from loading
join extent using (path)
left join skipped using (content_id)
