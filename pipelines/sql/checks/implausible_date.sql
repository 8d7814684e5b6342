-- one row per opportunity with a date that can only be a slip of the pen
insert into finding
select
  'implausible_date', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  concat_ws(', ', 'created ' || created_date, 'closes ' || close_date)
from opportunity
cross join setting
where close_date not between (as_of - interval 30 years)::date and (as_of + interval 10 years)::date
  or created_date not between (as_of - interval 30 years)::date and (as_of + interval 1 day)::date
