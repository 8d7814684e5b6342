-- one row per file of a raw table that has rows
insert into file_rows
select file_id, rows
from {{position}}
