-- one row per opportunity id that stands more than once in one drop
insert into finding
select
  'duplicate_id', 'warn', 'opportunity', opportunity_id, max(file_id), max(line),
  count(*) || ' rows in the drop of ' || drop_date || '; the last one counts'
from {{opportunity}}
where reject_reason is null
group by source, drop_date, opportunity_id
having count(*) > 1
