-- one row per file with rows whose bytes an earlier drop of the feed had already
insert into finding
with exported as (
  select *, min_by(path, (drop_date, file_id)) over (partition by source, feed, sha256) as first_path
  from input_file
  where drop_date is not null and rows > 0 and object in ('opportunity', 'opportunity_history', 'opportunity_field_history')
)
select
  'repeated_drop', 'warn', object, path, file_id, null,
  'byte for byte the same as ' || first_path || ': was the older export copied?'
from exported
where path <> first_path and drop_date is not null
