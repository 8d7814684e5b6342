-- one row per source and column of an opportunity that its history files tell
create or replace temp table telling_column as
select distinct file_content.source, unnest(file_content.columns) as column_name
from file_content
join input_file using (file_id)
where object = 'opportunity_history'
