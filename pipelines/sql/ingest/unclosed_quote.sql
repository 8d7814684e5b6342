-- one row: the first record of a raw table's files whose quote swallowed the records after it
select files.path, rejected_row.line
from rejected_row
join input_file as files using (file_id)
where files.raw_table = $raw_table
  and rejected_row.reason = 'unquoted value' and contains(rejected_row.value, chr(10))
order by files.file_id, rejected_row.line
limit 1
