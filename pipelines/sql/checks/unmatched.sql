-- one row per account or rep that no declared key matches
insert into finding
select
  'unmatched', 'note', object, entity_id, null, null,
  coalesce('"' || name || '"', 'without a name') || ' of ' || source || ' matches nothing by '
    || keys_tried
from unmatched
