-- one row per line item that names no opportunity and that no file links to one
insert into finding
select
  'unlinked_line', 'warn', 'opportunity_line', staged.line_id, max(staged.file_id),
  max_by(staged.line, staged.row_order), 'belongs to no opportunity; it adds to nothing'
from {{opportunity_line}} as staged
anti join {{opportunity_line_link}} as linked
  on linked.source = staged.source and linked.line_id = staged.line_id
where staged.reject_reason is null and staged.opportunity_id is null and not staged.is_deleted
group by staged.source, staged.line_id
