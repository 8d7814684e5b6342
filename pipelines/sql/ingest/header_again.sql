-- one row per record that repeats its file's headings
select loading.path, located.line
from {{located}} as located
join loading using (content_id)
-- a value rarely holds the heading at all, and finding out is cheaper than trimming
where contains(located.{{column}}, $heading) and trim(located.{{column}}) = $heading
order by loading.path, located.line
limit 1
