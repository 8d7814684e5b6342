-- one row per quota that the plan file and the CRM tell differently; the plan's counts
insert into finding
select
  'quota_differs', 'note', 'quota', quota.entity_type || ' ' || quota.entity_id,
  quota.source_file_id, quota.source_line,
  'for ' || fiscal_period.label || ' plans/quotas.csv says ' || (quota.quota_cents / pow(10, currency_digits))
    || ', the CRM ' || (told.quota_cents / pow(10, currency_digits)) || ' ' || currency
from quota
join crm_quota as told
  on quota.entity_type = 'rep' and told.rep_id = quota.entity_id and quota.measure = 'bookings'
  and told.period = quota.period and told.period_start = quota.period_start
join fiscal_period
  on fiscal_period.period = quota.period and fiscal_period.period_start = quota.period_start
cross join setting
where quota.origin = 'plan' and told.known_to > as_of and told.quota_cents <> quota.quota_cents
