-- one row per drop whose newest row is older than that of the drop before
insert into finding
with told as (
  select source, drop_date, file_id, modified_at as moment
  from {{opportunity}}
  where reject_reason is null
  union all
  select source, drop_date, file_id, changed_at
  from {{opportunity_history}}
  where reject_reason is null
),
newest as (
  select source, drop_date, max(moment) as moment, max(file_id) as file_id
  from told
  where moment is not null and moment < drop_date + interval 1 day
  group by source, drop_date
),
compared as (
  select
    *,
    lag(moment) over (partition by source order by drop_date) as moment_before,
    lag(drop_date) over (partition by source order by drop_date) as drop_before
  from newest
)
select
  'backward_drop', 'refuse', 'opportunity', source || ' ' || drop_date, file_id, null,
  'its newest row is of ' || moment || ', but the drop of ' || drop_before || ' has one of '
    || moment_before || ': an older export under a newer date'
from compared
where moment < moment_before
