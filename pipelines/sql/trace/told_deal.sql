-- one row per deal, be it deleted since: its name, its owner and the export row that told of it last
create or replace temp view trace_told as
select opportunity_id as row_id, name, rep_id, source_file_id, source_line
from opportunity
union all
select opportunity_id, name, rep_id, source_file_id, source_line
from removed_opportunity
