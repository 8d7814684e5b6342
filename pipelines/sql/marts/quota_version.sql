-- one row per quota as it was ever recorded by the as-of, with the days between which it was known
create or replace table quota_version as
select
  recorded.entity_type,
  recorded.entity_id,
  recorded.measure,
  fiscal_period.period,
  fiscal_period.period_start,
  fiscal_period.period_end,
  company_cents(recorded.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as quota_cents,
  recorded.effective_from,
  recorded.known_from,
  case when recorded.known_to <= setting.as_of then recorded.known_to else date '9999-12-31' end
    as known_to,
  recorded.reason,
  recorded.file_id as source_file_id,
  recorded.line as source_line,
  'plan' as origin
from {{recorded_quota}} as recorded
cross join setting
join fiscal_period on fiscal_period.label = recorded.period_label
left join currency_rate as rate
  on rate.currency = recorded.currency
  and rate.valid_from <= fiscal_period.period_start and rate.valid_to > fiscal_period.period_start
where recorded.reject_reason is null and recorded.known_from <= setting.as_of
union all by name
select
  'rep' as entity_type,
  rep_id as entity_id,
  'bookings' as measure,
  period,
  period_start,
  period_end,
  quota_cents,
  known_from,
  known_to,
  source_file_id,
  source_line,
  'crm' as origin
from crm_quota
