-- one row per file: the records kept as rows
create or replace table file_rows (file_id integer, rows bigint)
