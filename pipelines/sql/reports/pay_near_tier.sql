-- one row per person and component of a running period who is within a tenth of quota of the next tier
select
  coalesce(rep.name, holder_id) as rep,
  rep.team_id,
  attainment.component,
  fiscal_period.label,
  credit_cents / quota_cents as attainment,
  next_tier_cents / quota_cents as next_tier,
  (next_tier_cents - credit_cents) / quota_cents as missing
from commission_attainment as attainment
join rep on rep.rep_id = holder_id
join fiscal_period
  on fiscal_period.period = attainment.period and fiscal_period.period_start = attainment.period_start
where fiscal_period.is_current and quota_cents > 0 and next_tier_cents > credit_cents
  and next_tier_cents - credit_cents <= 0.1 * quota_cents
order by missing, rep, attainment.component
