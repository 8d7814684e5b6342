-- one row per opportunity that closed before it was created
insert into finding
select
  'reversed_dates', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'closed ' || close_date || ', created ' || created_date
from opportunity
where cycle_days < 0
