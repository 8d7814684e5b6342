-- one row per record whose fields couldn't be read
insert into rejected_row
select file_id, $object, line, null, left(reject_value, 500), reject_reason
from {{staging}}
where reject_reason is not null
