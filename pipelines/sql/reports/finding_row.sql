-- one row per finding with the file it is in; of each kind and object the first 200. Nobody's address is shown.
select
  finding.finding,
  finding.severity,
  finding.object,
  regexp_replace(finding.entity_id, '[^\s"]+@[^\s"]+', 'an address', 'g') as entity_id,
  source_file.path,
  finding.line,
  regexp_replace(finding.detail, '[^\s"]+@[^\s"]+', 'an address', 'g') as detail
from finding
left join source_file on source_file.file_id = finding.file_id
qualify row_number() over (
  partition by finding.finding, finding.severity, finding.object
  order by finding.entity_id, finding.file_id nulls first, finding.line nulls first, finding.detail
) <= 200
order by
  finding.finding, finding.severity, finding.object, finding.entity_id, finding.file_id nulls first,
  finding.line nulls first, finding.detail
