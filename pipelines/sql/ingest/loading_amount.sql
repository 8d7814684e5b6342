-- one row per content being loaded: the total of its amounts in minor units, currencies mixed
create or replace temp table loading_amount as
select
  content_id,
  sum({{amount}})::bigint as amount_minor,
  coalesce(sum({{amount}}) filter (reject_reason is not null), 0)::bigint as rejected_amount_minor
from archive.{{staging}}
semi join loading using (content_id)
group by content_id
