-- one row per content being loaded whose column writes dates with slashes or dots
insert into archive.date_profile
with part as (
  select
    path,
    {{column}} as value,
    regexp_extract({{column}}, '^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}', ['first', 'second']) as parts
  from {{raw}}
  -- nearly every date is ISO, and a pattern costs ten times what its fifth character does
  where substr({{column}}, 5, 1) <> '-' or substr({{column}}, 2, 1) = '-'
)
select
  loading.content_id,
  $column as column_name,
  max(try_cast(parts.first as integer)) as max_first,
  max(try_cast(parts.second as integer)) as max_second,
  min(value) filter (try_cast(parts.first as integer) > 12) as example_day_first,
  min(value) filter (try_cast(parts.second as integer) > 12) as example_month_first
from part
join loading using (path)
where parts.first <> ''
group by loading.content_id
