-- one row per record of a feed's files, as text; kept until the rows are staged
create or replace temp table {{raw}} (path varchar, {{columns}})
