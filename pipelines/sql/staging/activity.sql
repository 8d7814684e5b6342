-- one row per record of an activity export
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(activity_id), '') as activity_id,
  lower(trim(kind)) as kind_as_written,
  lower(trim(format)) as format,
  nullif(trim(subject), '') as subject,
  nullif(trim(owner), '') as owner_id,
  nullif(trim(related), '') as opportunity_id,
  nullif(trim(account), '') as account_id,
  nullif(trim(person), '') as person_id,
  {{read_held}}(held) as activity_date,
  coalesce(
    read_number(duration_minutes),
    read_number(duration_seconds) / 60,
    read_number(duration_milliseconds) / 60000,
    date_diff('minute', {{read_started}}(started), {{read_ended}}(ended))
  )::integer as duration_minutes,
  nullif(trim(status), '') as status,
  nullif(trim(outcome), '') as outcome,
  read_flag(is_done) as is_done,
  coalesce(read_flag(is_deleted), false) as is_deleted,
  nullif(concat_ws(', ',
    case when nullif(trim(duration_minutes), '') is not null and read_number(duration_minutes) is null then 'duration_minutes' end,
    case when nullif(trim(duration_seconds), '') is not null and read_number(duration_seconds) is null then 'duration_seconds' end,
    case when nullif(trim(duration_milliseconds), '') is not null and read_number(duration_milliseconds) is null then 'duration_milliseconds' end
  ), '') as unread,
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
