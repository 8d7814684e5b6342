-- one row per component and measure period of a person: how far it has come
select plan, component, period, period_start, credit_cents, quota_cents, target_cents, next_tier_cents, currency
from commission_attainment
where holder_id = $rep_id
order by period_start, period, plan, component
