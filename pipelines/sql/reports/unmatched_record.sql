-- one row per account or rep that no key matched, where there are several sources
from unmatched
where (select count(*) from source_setting where place is not null) > 1
order by object, source, name nulls last, entity_id
