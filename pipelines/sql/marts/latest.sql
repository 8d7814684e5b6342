-- one row per key of a feed: the last readable row that tells of it
create or replace temp view {{latest}} as
with counted as not materialized (
  select *
  from {{staging}}
  -- what the latest full drop leaves out is gone; a delta leaves out what didn't change
  where reject_reason is null
    and (is_last_drop or source in (select source from source_setting where drops = 'delta'))
),
newest as (
  select {{key}}, max(row_order) as row_order
  from counted
  group by {{key}}
)
select counted.*
from counted
semi join newest
  on newest.{{key}} = counted.{{key}} and newest.row_order = counted.row_order
