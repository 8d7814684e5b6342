-- one row per content to be loaded: a number that no content has had
select nextval('archive.content_number')::integer as content_id
from range($count::integer)
order by content_id
