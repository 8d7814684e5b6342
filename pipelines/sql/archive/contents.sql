-- one row per content that a feed has read in the same way
select *
from archive.content
where staging = $staging and reading = $reading
order by content_id
