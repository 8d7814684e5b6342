-- no rows: the records of a feed without a file, typed like those of one that has some
create or replace temp table {{staging}} as
select
  null::bigint as row_order,
  file_content.source,
  file_content.drop_date,
  file_content.is_last_drop,
  file_content.file_id,
  absent.* exclude (content_id)
from {{staged}} as absent
join file_content using (content_id)
