-- one row per coaching talk
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(person_id), '') as person_id,
  nullif(trim(coach_id), '') as coach_id,
  {{read_held_on}}(held_on) as held_date,
  nullif(trim(focus), '') as focus,
  nullif(trim(note), '') as note,
  nullif(trim(next_step), '') as next_step,
  null::date as recorded_on,
  case
    when nullif(trim(person_id), '') is null then 'missing person id'
    when nullif(trim(held_on), '') is not null and held_date is null then 'unparsable date'
  end as reject_reason,
  case reject_reason
    when 'missing person id' then 'person_id'
    when 'unparsable date' then 'held_on'
  end as reject_column,
  case reject_reason
    when 'unparsable date' then held_on
  end as reject_value
from {{located}}
