-- one row per drop of a source: the drops beside it, and until when it tells what happened
create or replace temp table drop_moment as
with dropped as (
  select distinct source, drop_date
  from file_content
  join input_file using (file_id, source, drop_date)
  where object = 'opportunity'
),
told as (
  select source, drop_date, max(changed_at) as last_change
  from (
    select source, drop_date, changed_at from {{opportunity_history}} where reject_reason is null
    union all
    select source, drop_date, changed_at from {{opportunity_field_history}} where reject_reason is null
  )
  where changed_at < drop_date + interval 1 day
  group by source, drop_date
)
select
  dropped.source,
  dropped.drop_date,
  lag(dropped.drop_date) over drops as previous_drop,
  lead(dropped.drop_date) over drops as next_drop,
  -- written no earlier than the last change in it: what changed later that day isn't in it
  greatest(dropped.drop_date::timestamp, told.last_change) as written_at
from dropped
left join told using (source, drop_date)
window drops as (partition by dropped.source order by dropped.drop_date)
