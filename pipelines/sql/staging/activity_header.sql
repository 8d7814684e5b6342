-- one row per record of an export of activities without what only its own kind of file tells
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(activity_id), '') as activity_id,
  lower(trim(kind)) as kind_as_written,
  nullif(trim(owner), '') as owner_id,
  {{read_held}}(held) as activity_date,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(activity_id), '') is null then 'missing activity id'
    when nullif(trim(held), '') is not null and activity_date is null then 'unparsable activity date'
  end as reject_reason,
  case reject_reason
    when 'missing activity id' then 'activity_id'
    when 'unparsable activity date' then 'held'
  end as reject_column,
  case reject_reason
    when 'unparsable activity date' then held
  end as reject_value
from {{located}}
