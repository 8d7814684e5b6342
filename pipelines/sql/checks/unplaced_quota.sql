-- one row per quota in the CRM of nobody who is known as a rep
insert into finding
select
  'unplaced_quota', 'note', 'crm_quota', staged.quota_id, max(staged.file_id),
  max_by(staged.line, staged.row_order),
  'is of "' || max_by(staged.user_id, staged.row_order) || '", who is no rep; it adds to nothing'
from {{crm_quota}} as staged
where staged.reject_reason is null and staged.is_amount
group by staged.source, staged.quota_id
having max_by(staged.user_id, staged.row_order) not in (select alias from rep_alias)
  and not max_by(staged.is_deleted, staged.row_order)
