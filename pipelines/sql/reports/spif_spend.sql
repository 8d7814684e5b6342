-- one row per SPIF, week and person with pay, what was taken back apart: for sums of several people
select
  spif.plan || ' ' || spif.component as spif_id,
  date_trunc('week', line.earned_on)::date + 6 as week_end,
  line.rep_id,
  line.cause = 'reversal' as is_returned,
  sum(line.amount_cents)::bigint as amount_cents
from commission_spif as spif
join commission_line as line using (plan, component)
where cause not in ('hold', 'release') and amount_cents <> 0
group by all
order by spif_id, week_end, rep_id, is_returned
