-- adds one row per metric whose data aren't there at all: it is said to be absent, once
insert into kpi by name
select
  $metric as metric,
  'company' as entity_type,
  company as entity_id,
  period,
  period_start,
  'as_is' as view,
  0 as n,
  'absent' as status,
  false as is_too_few
from kpi_period
cross join run
where period = 'year' and is_current
