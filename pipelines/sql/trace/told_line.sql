-- one row per line: its deal, that deal's owner and the export row that told of it
create or replace temp view trace_told as
select
  line_id as row_id,
  opportunity.name,
  opportunity.rep_id,
  line.source_file_id,
  line.source_line
from opportunity_line as line
join opportunity on opportunity.opportunity_id = line.opportunity_id
