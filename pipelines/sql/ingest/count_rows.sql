-- one row: how many rows a table has
select count(*) as rows from {{table}}
