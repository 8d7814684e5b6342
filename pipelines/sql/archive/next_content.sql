-- one row: a number that no content has had
select nextval('archive.content_number')::integer as content_id
