-- one row per id of an object that stands more than once in one drop, or in one file of the workspace's own
insert into finding
with
-- an id is long and there are many: their hashes find the few that may be repeated
repeated as (
  select hash(source, drop_date, {{key}}) as mark
  from {{rows}}
  where reject_reason is null
  group by mark
  having count(*) > 1
)
select
  'duplicate_id', 'warn', $object, {{key}}, max(file_id), max_by(line, (file_id, line)),
  count(*) || ' rows in ' || coalesce('the drop of ' || drop_date, 'the file')
    || '; the last one counts'
from {{rows}} as told
where reject_reason is null
  and hash(source, drop_date, {{key}}) in (select mark from repeated)
group by source, drop_date, {{key}}
having count(*) > 1
