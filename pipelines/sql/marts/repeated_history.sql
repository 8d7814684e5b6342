-- one row per history row that tells again what an earlier row told
create or replace temp table repeated_history as
with repeated as (
  select source, history_id, min(row_order) as first_row
  from {{opportunity_history}}
  where reject_reason is null
  group by source, history_id
  having count(*) > 1
)
select history.source, history.history_id, history.row_order
from {{opportunity_history}} as history
join repeated using (source, history_id)
where history.row_order > repeated.first_row
