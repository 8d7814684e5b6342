-- one row per entity, measure and period: the quota that holds as of the as-of
create or replace table quota as
with counting as (
  select *
  from quota_version
  cross join setting
  -- what is edited or deleted after its period has ended stays what it was
  where known_to > as_of or period_end < known_to
),
placed as (
  select
    *,
    row_number() over (
      partition by entity_type, entity_id, measure, period, period_start
      -- the plan file before the CRM
      order by
        origin = 'plan' desc,
        -- of several edits after the period has ended, none counts
        known_to,
        known_from desc,
        coalesce(effective_from, date '0001-01-01') desc,
        source_file_id desc,
        source_line desc
    ) as place
  from counting
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
