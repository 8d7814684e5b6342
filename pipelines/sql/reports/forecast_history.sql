-- one row per company, region, team, segment or rep and month or quarter that has begun: what was booked in it
select
  kpi.entity_type,
  kpi.entity_id,
  kpi.period,
  kpi.period_start,
  kpi.value::bigint as booked_cents,
  fiscal_period.is_complete
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
cross join run
where kpi.metric = 'bookings'
  and kpi.view = 'as_is'
  and kpi.breakdown is null
  and kpi.period in ('month', 'quarter')
  and kpi.entity_type in ('company', 'region', 'team', 'segment', 'rep')
  and kpi.value is not null
  and fiscal_period.period_end >= run.first_close_date
  and fiscal_period.period_start <= run.as_of
order by kpi.entity_type, kpi.entity_id, kpi.period, kpi.period_start
