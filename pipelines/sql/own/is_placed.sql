-- one row: whether any row of a table counts for an entity in a fiscal period
select exists (from {{rows}}) as is_placed
