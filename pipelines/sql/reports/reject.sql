-- one row per rejected row, with the file it stood in; the first 500
select
  source_file.path,
  rejected_row.line,
  rejected_row.column_name,
  rejected_row.value,
  rejected_row.reason
from rejected_row
join source_file on source_file.file_id = rejected_row.file_id
order by source_file.path, rejected_row.line, rejected_row.column_name
limit 500
