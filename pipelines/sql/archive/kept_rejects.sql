-- one row per record of this rebuild's files that couldn't be read
insert into rejected_row
select
  input_file.file_id,
  input_file.object,
  kept.line,
  kept.column_name,
  kept.value,
  kept.reason
from archive.rejected_row as kept
join file_content using (content_id)
join input_file using (file_id)
