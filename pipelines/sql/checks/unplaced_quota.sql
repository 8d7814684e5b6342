-- one row per quota in the CRM that counts for no rep
insert into finding
with held as (
  select
    source,
    quota_id,
    max_by(user_id, row_order) as user_id,
    max(file_id) as file_id,
    max_by(line, row_order) as line
  from {{crm_quota}}
  where reject_reason is null and is_amount
  group by source, quota_id
  having not max_by(is_deleted, row_order)
)
select
  'unplaced_quota', 'note', 'crm_quota', held.quota_id, held.file_id, held.line,
  case
    when rep_alias.rep_id is null then 'is of "' || held.user_id || '", who is no rep; it adds to nothing'
    else 'is of ' || rep_alias.rep_id || ', whose people have quotas of their own; it adds to nothing'
  end
from held
left join rep_alias on rep_alias.alias = held.user_id
left join crm_quota_span as span
  on span.source = held.source and span.quota_id = held.quota_id and span.known_to = date '9999-12-31'
where rep_alias.rep_id is null or span.is_of_manager
