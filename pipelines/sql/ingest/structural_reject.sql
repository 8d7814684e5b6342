-- one row per record that couldn't be split into its fields
insert into archive.rejected_row
with complaint as (
  select scans.file_path, errors.line, errors.csv_line, errors.error_type,
    row_number() over (
      partition by scans.file_path, errors.line order by errors.column_idx, errors.byte_position
    ) as place
  from reject_errors as errors
  join reject_scans as scans using (scan_id, file_id)
  where list_contains($files, scans.file_path)
)
select
  loading.content_id,
  complaint.line,
  null as column_name,
  left(trim(complaint.csv_line, chr(10) || chr(13)), 500) as value,
  lower(complaint.error_type) as reason
from complaint
join loading on loading.path = substr(complaint.file_path, $root_length)
where complaint.place = 1
