-- one row: the first record of the files being loaded whose quote swallowed the records after it
select loading.path, rejected_row.line
from archive.rejected_row
join loading using (content_id)
where rejected_row.reason = 'unquoted value' and contains(rejected_row.value, chr(10))
order by loading.path, rejected_row.line
limit 1
