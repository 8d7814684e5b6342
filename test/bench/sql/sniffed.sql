-- one row per record of the files, with types that the engine finds by itself
create or replace table {{table}} as
from read_csv($files)
