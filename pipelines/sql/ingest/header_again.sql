-- one row per record that repeats its file's headings
select files.path, located.line
from {{located}} as located
join input_file as files using (file_id)
-- a value rarely holds the heading at all, and finding out is cheaper than trimming
where contains(located.{{column}}, $heading) and trim(located.{{column}}) = $heading
order by files.path, located.line
limit 1
