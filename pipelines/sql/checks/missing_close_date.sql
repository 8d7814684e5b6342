-- one row per closed opportunity without a close date
insert into finding
select
  'missing_close_date', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'closed, but no close date: it falls in no period'
from opportunity
where status <> 'open' and close_date is null
