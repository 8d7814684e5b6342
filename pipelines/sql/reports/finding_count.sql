-- one row per kind of finding and object, with how often it occurs and one example
select
  finding,
  severity,
  object,
  count(*) as occurrences,
  arg_min(detail, (entity_id, coalesce(file_id, 0), coalesce(line, 0), detail)) as example
from finding
group by finding, severity, object
order by severity, finding, object
