-- one row per table of the warehouse that the report may read
create or replace table manifest_table (table_name varchar, rows bigint)
