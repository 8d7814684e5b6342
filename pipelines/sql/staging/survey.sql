-- one row per answer
create or replace temp view {{staged}} as
select
  content_id,
  line,
  nullif(trim(survey), '') as survey,
  nullif(trim(person_id), '') as person_id,
  {{read_asked_on}}(asked_on) as asked_date,
  nullif(trim(question), '') as question,
  try_cast(score as double) as score_value,
  null::date as recorded_on,
  case when nullif(trim(score), '') is not null and score_value is null then 'score' end as unread,
  case
    when nullif(trim(survey), '') is null then 'missing survey'
    when nullif(trim(question), '') is null then 'missing question'
    when nullif(trim(asked_on), '') is not null and asked_date is null then 'unparsable date'
  end as reject_reason,
  case reject_reason
    when 'missing survey' then 'survey'
    when 'missing question' then 'question'
    when 'unparsable date' then 'asked_on'
  end as reject_column,
  case reject_reason
    when 'unparsable date' then asked_on
  end as reject_value
from {{located}}
