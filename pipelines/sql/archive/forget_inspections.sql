-- no rows: what is known of files that have changed is forgotten
delete from archive.inspection where path in (select unnest($paths))
