-- one row per record being loaded whose fields couldn't be read
insert into archive.rejected_row
select content_id, line, null, left(reject_value, 500), reject_reason
from archive.{{staging}}
semi join loading using (content_id)
where reject_reason is not null
