-- one row per activity: its deal, who logged it and the export row that told of it
create or replace temp view trace_told as
select
  activity_id as row_id,
  opportunity.name,
  activity.rep_id,
  activity.source_file_id,
  activity.source_line
from activity
left join opportunity on opportunity.opportunity_id = activity.opportunity_id
