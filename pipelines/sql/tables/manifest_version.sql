-- one row per program that the numbers depend on
create or replace table manifest_version (name varchar, version varchar)
