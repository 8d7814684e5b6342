-- one row per record of a feed's files, as text
create or replace table {{raw}} (path varchar, {{columns}})
