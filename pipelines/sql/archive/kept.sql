-- one row per record of a feed's files, in the order in which they were known
create or replace temp view {{staging}} as
select
  file_content.file_id::bigint * 4294967296 + kept.line as row_order,
  file_content.source,
  file_content.drop_date,
  file_content.is_last_drop,
  file_content.file_id,
  kept.* exclude (content_id)
from archive.{{staging}} as kept
join file_content using (content_id)
