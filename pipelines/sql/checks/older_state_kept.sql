-- one row per opportunity whose latest row couldn't be read, so that an older one stands
insert into finding
with told as (
  select
    source,
    opportunity_id,
    max((drop_date, file_id, line)) filter (reject_reason is null) as read_row,
    max((drop_date, file_id, line)) filter (reject_reason is not null) as rejected_row,
    max_by(file_id, (drop_date, file_id, line)) filter (reject_reason is not null) as file_id,
    max_by(line, (drop_date, file_id, line)) filter (reject_reason is not null) as line
  from {{opportunity}}
  where opportunity_id is not null
  group by source, opportunity_id
)
select
  'older_state_kept', 'warn', 'opportunity', told.opportunity_id, told.file_id, told.line,
  'this row could not be read; the one of ' || opportunity.known_on || ' counts'
from told
join opportunity using (source, opportunity_id)
where told.rejected_row > told.read_row
