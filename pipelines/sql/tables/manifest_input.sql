-- one row per file that the rebuild read
create or replace table manifest_input (path varchar, sha256 varchar, bytes bigint)
