-- one row per SPIF: its dates and budget, what was spent of it, on how many deals and for how many people
with
paid as (
  select
    plan,
    component,
    count(distinct rep_id) filter (where amount_cents <> 0) as people,
    count(distinct opportunity_id) filter (where cause = 'credit') as deals,
    count(distinct credit_id) filter (where cause = 'credit') as credits,
    sum(amount_cents)::bigint as spent_cents,
    -- what the budget cut
    coalesce(-sum(amount_cents) filter (where cause = 'budget'), 0)::bigint as cut_cents
  from commission_line
  where cause not in ('hold', 'release') and component is not null
  group by plan, component
)
select
  spif.plan || ' ' || spif.component as spif_id,
  spif.*,
  case
    when from_date > as_of then 'coming'
    when until_date < as_of then 'ended'
    else 'running'
  end as state,
  coalesce(people, 0) as people,
  coalesce(deals, 0) as deals,
  coalesce(credits, 0) as credits,
  coalesce(spent_cents, 0) as spent_cents,
  coalesce(cut_cents, 0) as cut_cents
from commission_spif as spif
cross join run
left join paid using (plan, component)
order by from_date desc, spif.plan, spif.component
