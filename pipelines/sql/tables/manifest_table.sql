-- one row per table of the warehouse: its size, and a digest that the same rows always have
create or replace table manifest_table (table_name varchar, rows bigint, digest varchar)
