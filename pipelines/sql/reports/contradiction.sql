-- one row per fact told in two ways: both tellings, each with its drop, file and line; the first 500
select
  contradiction.object,
  contradiction.entity_id,
  contradiction.stands,
  contradiction.stands_drop_date,
  stands_file.path as stands_path,
  contradiction.stands_line,
  contradiction.other,
  contradiction.other_drop_date,
  other_file.path as other_path,
  contradiction.other_line,
  count(*) over () as total
from contradiction
join source_file as stands_file on stands_file.file_id = contradiction.stands_file_id
join source_file as other_file on other_file.file_id = contradiction.other_file_id
order by contradiction.object, contradiction.source, contradiction.entity_id
limit 500
