-- one row per record of the files being loaded that ends before its last field or inside a quote
select loading.path, rejected_row.line, rejected_row.value
from archive.rejected_row
join loading using (content_id)
where rejected_row.reason in ('missing columns', 'unquoted value')
order by loading.path, rejected_row.line
