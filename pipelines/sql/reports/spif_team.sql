-- one row per SPIF and team with pay: how many people, and how much
select
  spif.plan || ' ' || spif.component as spif_id,
  case when rep.team_id = 'unassigned' then 'No team' else rep.team_id end as team,
  count(distinct line.rep_id) as people,
  sum(line.amount_cents)::bigint as paid_cents
from commission_spif as spif
join commission_line as line using (plan, component)
join rep using (rep_id)
where cause not in ('hold', 'release') and amount_cents <> 0
group by all
order by spif_id, team
