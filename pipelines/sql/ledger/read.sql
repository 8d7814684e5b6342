-- adds one row per forecast of every model in earlier editions
insert into forecast_published by name
from read_parquet($files, union_by_name = true)
