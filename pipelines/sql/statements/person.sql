-- one row per person with pay
with
paid as (
  select rep_id from commission_statement
  union
  select rep_id from commission_line
)
select paid.rep_id, coalesce(rep.name, paid.rep_id) as name, rep.left_on
from paid
left join rep using (rep_id)
order by paid.rep_id
