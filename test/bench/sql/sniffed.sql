-- one row per record of the files, with types that the engine finds by itself
create or replace table {{table}} as
-- one odd value makes a file's column text: without this, files that differ so are refused
from read_csv($files, union_by_name = true)
