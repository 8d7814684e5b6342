-- one row per person whom the roster or the CRM names, be it recorded after the as-of
create or replace table known_person as
select person_id
from {{recorded_roster}}
where reject_reason is null
union
select rep_id
from rep_assignment
where rep_id <> 'unassigned'
order by all
