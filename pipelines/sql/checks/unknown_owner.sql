-- one row per opportunity whose owner nobody knows
insert into finding
select
  'unknown_owner', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'owner ' || coalesce('"' || owner_id || '"', 'blank') || ' is on no list; counted as unassigned'
from opportunity
where rep_id = 'unassigned'
