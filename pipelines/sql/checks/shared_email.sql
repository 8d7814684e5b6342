-- one row per email address that two people of the roster have
insert into finding
with current_person as (
  select person_id, lower(email) as email, file_id, line
  from roster_person
  cross join setting
  where email is not null and valid_from <= as_of and valid_to > as_of
)
select
  'shared_email', 'warn', 'roster', email, max(file_id), max_by(line, (file_id, line)),
  'the address of ' || string_agg(person_id, ' and ' order by person_id)
    || ': one person in two rows, or a slip'
from current_person
group by email
having count(distinct person_id) > 1
