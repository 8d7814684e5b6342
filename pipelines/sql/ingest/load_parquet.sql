-- one row per row of the Parquet files, as text
insert into {{raw}} by name
select
  substr(filename, $root_length) as path,
  {{columns}}
from read_parquet($files, filename = true)
