-- one row per rep with open opportunities, with the name, who has most to mend in value first
select
  hygiene_rep.*,
  coalesce(rep.name, hygiene_rep.rep_id) as name,
  rep.team_id
from hygiene_rep
left join rep on rep.rep_id = hygiene_rep.rep_id
order by to_mend_cents desc, hygiene_rep.rep_id
