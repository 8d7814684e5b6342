-- one row per closed opportunity whose close date lies after the as-of
insert into finding
select
  'closed_in_future', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  case when status = 'won'
    then 'won, with a close date of ' || close_date || ': until then only the forecast counts it'
    else 'closed, with a close date of ' || close_date || ': it counts in no period until then' end
from opportunity
cross join setting
where status <> 'open' and close_date > as_of
