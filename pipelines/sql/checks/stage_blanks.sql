-- one row per stage that an export writes with blanks around it
insert into finding
select
  'stage_blanks', 'note', 'opportunity', stage, min(file_id), null,
  count(*) || ' rows write "' || stage_as_written || '"; read without the blanks'
from {{opportunity}}
where reject_reason is null and stage_as_written <> stage
group by stage, stage_as_written
