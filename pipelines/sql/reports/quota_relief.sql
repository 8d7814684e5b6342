-- one row per rep and quarter or year whose quota was changed after it was first set: both quotas, and attainment of each
with
first_told as (
  select
    entity_id as rep_id,
    period,
    period_start,
    arg_min(
      quota_cents,
      (known_from, coalesce(effective_from, date '0001-01-01'), source_file_id, source_line)
    ) as first_cents
  from quota_version
  where entity_type = 'rep' and measure = 'bookings' and period in ('quarter', 'year')
  group by entity_id, period, period_start
),
booked as (
  select entity_id as rep_id, period, period_start, numerator::bigint as booked_cents
  from kpi
  where metric = 'quota_attainment'
    and entity_type = 'rep'
    and view = 'as_is'
    and breakdown is null
)
select
  first_told.rep_id,
  coalesce(rep.name, first_told.rep_id) as rep,
  rep.team_id,
  first_told.period,
  first_told.period_start,
  fiscal_period.label,
  first_told.first_cents,
  quota.quota_cents,
  quota.effective_from,
  quota.reason,
  booked.booked_cents,
  booked.booked_cents / nullif(first_told.first_cents, 0) as first_attainment,
  booked.booked_cents / nullif(quota.quota_cents, 0) as attainment
from first_told
join quota
  on quota.entity_type = 'rep'
  and quota.entity_id = first_told.rep_id
  and quota.measure = 'bookings'
  and quota.period = first_told.period
  and quota.period_start = first_told.period_start
  and quota.quota_cents <> first_told.first_cents
join fiscal_period
  on fiscal_period.period = first_told.period
  and fiscal_period.period_start = first_told.period_start
left join rep on rep.rep_id = first_told.rep_id
left join booked
  on booked.rep_id = first_told.rep_id
  and booked.period = first_told.period
  and booked.period_start = first_told.period_start
order by first_told.period_start desc, first_told.period desc, first_told.rep_id
