-- one row per entity, measure and period: the quota that holds as of the as-of
create or replace table quota as
with counting as (
  select *
  from quota_version
  cross join setting
  where known_to > as_of or period_end < known_to
),
-- what is edited or deleted after its period has ended stays what it was
unedited as (
  from counting
  anti join counting as earlier
    on earlier.entity_type = counting.entity_type
    and earlier.entity_id = counting.entity_id
    and earlier.measure = counting.measure
    and earlier.period = counting.period
    and earlier.period_start = counting.period_start
    and earlier.origin = counting.origin
    and earlier.known_to = counting.known_from
    and counting.known_from > counting.period_end
),
placed as (
  select
    *,
    row_number() over (
      partition by entity_type, entity_id, measure, period, period_start
      -- the plan file before the CRM
      order by
        origin = 'plan' desc,
        -- what is yet to come into force holds where nothing is in force
        coalesce(effective_from, date '0001-01-01') <= greatest(as_of, period_start) desc,
        known_from desc,
        coalesce(effective_from, date '0001-01-01') desc,
        -- an edited row of the same day of record is known from that day too
        known_to,
        source_file_id desc,
        source_line desc
    ) as place
  from unedited
)
select
  entity_type,
  entity_id,
  measure,
  period,
  period_start,
  quota_cents,
  effective_from,
  known_from,
  nullif(known_from, date '0001-01-01') as recorded_on,
  reason,
  origin,
  source_file_id,
  source_line
from placed
where place = 1
