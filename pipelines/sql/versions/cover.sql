-- one row per content that the kept versions were made of
insert into archive.version_cover
select distinct file_content.content_id, file_content.drop_date, file_content.source, $rules
from file_content
join input_file using (file_id)
where input_file.object in (
  'opportunity', 'opportunity_history', 'opportunity_field_history', 'merged_opportunity'
)
