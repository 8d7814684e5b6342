-- one row per file read: its rows, rejects and amount, the control totals
select
  source,
  object,
  path,
  drop_date,
  rows,
  rejected_rows,
  amount_minor,
  rejected_amount_minor,
  encoding
from source_file
order by drop_date desc nulls last, path
