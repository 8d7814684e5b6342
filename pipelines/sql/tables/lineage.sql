-- one row per table: what writes it and what that reads
create or replace table lineage (table_name varchar, written_by varchar, reads varchar[])
