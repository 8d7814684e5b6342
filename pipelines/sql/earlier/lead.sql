-- one row per lead created by the day: whether it was converted by then
create or replace view lead as
select
  lead.* replace (
    coalesce(is_converted and coalesce(converted_date, as_of) <= as_of, false) as is_converted,
    case when converted_date <= as_of then converted_date end as converted_date
  )
from main.lead
cross join run
where created_date <= as_of
