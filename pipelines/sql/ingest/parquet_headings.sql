-- one row per column of a Parquet file, in the file's order
select name as heading
from parquet_schema($file)
where name <> 'schema' and num_children is null
