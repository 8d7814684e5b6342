-- one row per opportunity of which files tell that the versions don't cover
create or replace temp table due_opportunity as
with fresh as (
  select file_content.file_id, file_content.source, file_content.drop_date
  from file_content
  anti join archive.version_cover as cover using (content_id, drop_date, source)
),
-- a full drop also tells of what it leaves out
left_out as (
  select staged.source, staged.opportunity_id
  from {{opportunity}} as staged
  join source_setting using (source)
  join drop_moment using (source, drop_date)
  where source_setting.drops = 'full' and staged.reject_reason is null
    and (staged.source, drop_moment.next_drop) in (select (source, drop_date) from fresh)
),
told as (
  select source, opportunity_id from left_out
  union
  select source, opportunity_id from {{opportunity}} semi join fresh using (file_id)
  where reject_reason is null
  union
  select source, opportunity_id from {{opportunity_history}} semi join fresh using (file_id)
  where reject_reason is null
  union
  select source, opportunity_id from {{opportunity_field_history}} semi join fresh using (file_id)
  where reject_reason is null
  union
  select source, opportunity_id from {{merged_opportunity}} semi join fresh using (file_id)
  where reject_reason is null
)
from told
semi join (from {{opportunity}} where reject_reason is null) using (source, opportunity_id)
