-- one row per content that no file of this rebuild holds
select content.staging, content.content_id
from archive.content as content
anti join file_content using (content_id)
order by content.staging, content.content_id
