-- one row per record of an activity export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(activity_id), '') as activity_id,
  lower(trim(kind)) as kind_as_written,
  nullif(trim(owner), '') as owner_id,
  nullif(trim(related), '') as opportunity_id,
  nullif(trim(account), '') as account_id,
  {{read_held}}(held) as activity_date,
  coalesce(try_cast(duration_minutes as double), try_cast(duration_seconds as double) / 60)::integer as duration_minutes,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  case
    when nullif(trim(activity_id), '') is null then 'missing activity id'
    when nullif(trim(held), '') is not null and activity_date is null then 'unparsable activity date'
  end as reject_reason,
  case reject_reason
    when 'unparsable activity date' then held
  end as reject_value
from {{located}}
