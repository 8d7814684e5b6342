-- one row per file taken in, with its control totals
create or replace table source_file as
with rejected as (
  select file_id, count(*) as rows
  from rejected_row
  group by file_id
),
structural as (
  select file_id, count(*) as rows
  from rejected_row
  where reason in ('too many columns', 'missing columns', 'unquoted value', 'line size over maximum', 'invalid encoding')
  group by file_id
)
select
  input_file.file_id,
  input_file.source,
  input_file.object,
  input_file.path,
  input_file.drop_date,
  input_file.sha256,
  input_file.bytes,
  input_file.encoding,
  input_file.delimiter,
  input_file.rows + coalesce(structural.rows, 0) as rows,
  coalesce(rejected.rows, 0) as rejected_rows,
  -- as the file writes them, currencies mixed: to compare with the CRM's own total, not to convert
  input_file.amount_minor,
  input_file.rejected_amount_minor
from input_file
left join rejected using (file_id)
left join structural using (file_id)
