-- one row: how a column writes its dates
with part as (
  select
    {{column}} as value,
    -- nearly every date is ISO, and a pattern costs ten times what its fifth character does
    case
      when substr({{column}}, 5, 1) <> '-'
        then regexp_extract({{column}}, '^\s*(\d{1,2})[/.](\d{1,2})[/.]\d{4}', ['first', 'second'])
    end as parts
  from {{raw}}
  where {{column}} is not null
)
select
  count(*) filter (parts.first <> '') as count_slash,
  max(try_cast(parts.first as integer)) as max_first,
  max(try_cast(parts.second as integer)) as max_second,
  min(value) filter (try_cast(parts.first as integer) > 12) as example_day_first,
  min(value) filter (try_cast(parts.second as integer) > 12) as example_month_first
from part
