-- one row per person and program
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(person_id), '') as person_id,
  nullif(trim(program), '') as program,
  {{read_completed_on}}(completed_on) as completed_on,
  try_cast(score as double) as score_value,
  null::date as recorded_on,
  case when nullif(trim(score), '') is not null and score_value is null then 'score' end as unread,
  case
    when nullif(trim(person_id), '') is null then 'missing person id'
    when nullif(trim(program), '') is null then 'missing program'
    when nullif(trim(completed_on), '') is not null and {{read_completed_on}}(completed_on) is null then 'unparsable date'
  end as reject_reason,
  case reject_reason
    when 'missing person id' then 'person_id'
    when 'missing program' then 'program'
    when 'unparsable date' then 'completed_on'
  end as reject_column,
  case reject_reason
    when 'unparsable date' then completed_on
  end as reject_value
from {{located}}
