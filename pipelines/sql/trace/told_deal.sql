-- one row per deal: its name, its owner and the export row that told of it
create or replace temp view trace_told as
select opportunity_id as row_id, name, rep_id, source_file_id, source_line
from opportunity
