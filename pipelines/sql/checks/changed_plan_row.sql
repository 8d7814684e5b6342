-- one row per record of a plan or of people that was edited or deleted instead of being superseded
insert into finding
with recorded as (
  select 'quota' as object, file_id, line, known_from, known_to,
    entity_type || ' ' || entity_id || ' ' || measure || ' ' || period_label as subject,
    (amount_minor / pow(10, coalesce(digits, 2)))::varchar || ' ' || currency as told
  from {{recorded_quota}} left join currency_digit using (currency)
  union all
  select 'roster', file_id, line, known_from, known_to,
    person_id || coalesce(' from ' || effective_from, ''),
    concat_ws(', ', role, team, region, 'manager ' || manager_id, 'left ' || left_on)
  from {{recorded_roster}}
  union all
  select 'budget', file_id, line, known_from, known_to,
    concat_ws(' ', period_label, category, team, kind),
    (amount_minor / pow(10, coalesce(digits, 2)))::varchar || ' ' || currency
  from {{recorded_budget}} left join currency_digit using (currency)
  union all
  select 'credit_split', file_id, line, known_from, known_to,
    concat_ws(' ', opportunity_id, person_id, role), concat_ws(', ', credit_rate, pay_rate)
  from {{recorded_credit_split}}
  union all
  select 'currency_rate', file_id, line, known_from, known_to,
    currency || ' of ' || date, per_company_currency::varchar
  from {{recorded_currency_rate}}
),
gone as (
  select * from recorded where known_to <= (select as_of from setting)
)
select
  'changed_plan_row', 'warn', gone.object, gone.subject, gone.file_id, gone.line,
  case
    when min(followed.told) is null then 'gone since ' || gone.known_to || ': ' || coalesce(gone.told, '')
    else 'edited by ' || gone.known_to || ': ' || coalesce(gone.told, 'blank') || ' became '
      || coalesce(min_by(followed.told, followed.line), 'blank')
  end
from gone
left join recorded as followed
  on followed.object = gone.object and followed.subject = gone.subject
  and followed.known_from = gone.known_to
group by gone.object, gone.subject, gone.file_id, gone.line, gone.known_to, gone.told
