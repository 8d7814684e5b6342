-- one row per open opportunity whose close date has passed
insert into finding
select
  'past_close_date', 'note', 'opportunity', opportunity_id, source_file_id, source_line,
  'open, with a close date of ' || close_date
from opportunity
cross join setting
where status = 'open' and close_date < as_of
