-- one row per email address that two people of the roster have
insert into finding
with current_person as (
  select person_id, lower(email) as email, file_id, line
  from roster_person
  cross join setting
  where email is not null and valid_from <= as_of and valid_to > as_of
)
select
  -- named by its people: an address has no place on a page
  'shared_email', 'warn', 'roster', string_agg(person_id, ', ' order by person_id),
  max(file_id), max_by(line, (file_id, line)),
  string_agg(person_id, ' and ' order by person_id)
    || ' have one address: one person in two rows, or a slip'
from current_person
group by email
having count(distinct person_id) > 1
