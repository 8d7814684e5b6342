-- one row per lead: its owner and the export row that told of it
create or replace temp view trace_told as
select lead_id as row_id, null::varchar as name, rep_id, source_file_id, source_line
from lead
