-- one row per opportunity whose forecast category says otherwise than its won flag
insert into finding
select
  'category_contradicts', 'note', 'opportunity', opportunity_id, source_file_id, source_line,
  status || ', but forecast category "' || forecast_category || '"; the flag counts'
from opportunity
where (status = 'won' and forecast_category not ilike 'closed%')
  or (status = 'open' and forecast_category ilike 'closed%')
