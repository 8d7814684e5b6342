-- one row per version of an opportunity that was due, with the span of time in which it holds
create or replace temp table told_version as
with first_told as (
  select source, opportunity_id, min_by(created_date, row_order) as created_date
  from told_drop
  where not is_left_out
  group by source, opportunity_id
),
begun as (
  select
    version.*,
    case
      when version.place = 1 and first_told.created_date < version.valid_from::date
        then first_told.created_date::timestamp
    end as created_at
  from version
  left join first_told using (source, opportunity_id)
),
whole as (
  -- the first open state that is told is taken to hold from the deal's creation on
  select
    begun.* exclude (created_at)
      replace (case when status = 'open' then coalesce(created_at, valid_from) else valid_from end as valid_from)
  from begun
  union all by name
  -- a deal that was closed when it was first told had been open before, in a stage nobody told
  select source, opportunity_id, 0 as place, created_at as valid_from, known_from,
    'inferred' as basis, 'open' as status
  from begun
  where created_at is not null and status <> 'open'
)
select
  *,
  lead(valid_from, 1, timestamp '9999-12-31 00:00:00') over (
    partition by source, opportunity_id order by place
  ) as valid_to
from whole
