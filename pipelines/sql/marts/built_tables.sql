-- one row per table of the warehouse, by name
select table_name
from duckdb_tables()
where database_name = current_database() and not temporary
  and table_name not like 'manifest\_%' escape '\'
order by table_name
