-- one row per table of the warehouse with its columns' order settled by name
select table_name
from duckdb_tables()
where not temporary and table_name not like 'stg\_%' escape '\'
  and table_name not like 'rule\_%' escape '\'
  and table_name not like 'manifest\_%' escape '\'
order by table_name
