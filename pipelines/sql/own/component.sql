-- adds one row per entity that reports a company's own KPI, view and fiscal period: what it divides
insert into {{own}} by name
with
-- a figure that isn't a number has nothing to take it of; one that is missing stays missing
told as (
  select
    *,
    numerator is null or denominator is null as is_missing,
    isnan(numerator) or isnan(denominator) as is_empty
  from {{figures}}
  where list_contains($entity_types, entity_type)
)
select
  entity_type,
  entity_id,
  view,
  period,
  period_start,
  case when is_missing then null when is_empty then $when_empty::double else numerator end
    as numerator,
  case when is_missing or not $is_divided then null when is_empty then 0 else denominator end
    as denominator,
  n
from told
order by entity_type, entity_id, view, period, period_start
