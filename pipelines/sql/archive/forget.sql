-- no rows: records of contents that no file holds any more, or that must be read again
delete from archive.{{table}} where content_id in (select unnest($content_ids)::integer)
