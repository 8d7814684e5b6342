-- one row per key of a feed: the last readable row that tells of it
create or replace temp view {{latest}} as
with counted as (
  select staged.*
  from {{staging}} as staged
  join source_setting using (source)
  -- what the latest full drop leaves out is gone; a delta leaves out what didn't change
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.is_last_drop)
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
