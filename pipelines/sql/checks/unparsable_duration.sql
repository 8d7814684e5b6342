-- one row per opportunity whose time in a stage couldn't be read
insert into finding
select
  'unparsable_value', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'time in ' || stage_time.stage || ' is no duration; counted as none'
from stage_time
join opportunity using (source, opportunity_id)
where stage_time.seconds is null
