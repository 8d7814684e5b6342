-- one row per file being loaded: how a column writes its numbers
with comma as (
  select distinct path
  from {{raw}}
  where contains({{column}}, ',')
),
-- a CRM that writes points is looked at only where there are commas
written as (
  select path, {{column}} as value, regexp_replace({{column}}, '[^0-9.,]', '', 'g') as digits
  from {{raw}}
  where contains({{column}}, ',') or ({{column}} like '%.%' and ($is_local or path in (select path from comma)))
),
judged as (
  select
    path,
    value,
    -- three digits behind one sign may be thousands, unless what stands before can't be
    regexp_matches(digits, '^\d*,(\d{0,2}|\d{4,})$|^(0|\d{4,}),\d+$|\..*,|\..*\.') as has_comma,
    regexp_matches(digits, '^\d*\.(\d{0,2}|\d{4,})$|^(0|\d{4,})\.\d+$|,.*\.|,.*,') as has_point
  from written
)
select
  loading.content_id,
  loading.path,
  min(value) filter (has_comma) as example_comma,
  min(value) filter (has_point) as example_point,
  min(value) filter (not has_comma and not has_point) as example_either
from loading
left join judged using (path)
group by loading.content_id, loading.path
order by loading.path
