-- one row per column of a feed's files that writes dates with slashes or dots
select
  column_name,
  max(max_first) as max_first,
  max(max_second) as max_second,
  min(example_day_first) as example_day_first,
  min(example_month_first) as example_month_first,
  list_sort(list(content_id::varchar)) as content_ids
from archive.date_profile
where content_id in (select unnest($content_ids)::integer)
group by column_name
order by column_name
