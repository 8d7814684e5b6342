-- adds one row per metric, entity, view, current fiscal period and earlier one that is cut at the day
insert into same_day by name
select
  kpi.metric,
  kpi.entity_type,
  kpi.entity_id,
  kpi.view,
  kpi.period,
  compared.period_start,
  compared_with,
  earlier_start,
  until,
  kpi.value,
  kpi.n,
  kpi.is_too_few
from kpi
cross join run
join same_day_period as compared
  on until = as_of and compared.period = kpi.period and earlier_start = kpi.period_start
join metric on metric.metric = kpi.metric
left join main.kpi as whole
  on whole.metric = kpi.metric
  and whole.entity_type = kpi.entity_type
  and whole.entity_id = kpi.entity_id
  and whole.view = kpi.view
  and whole.period = kpi.period
  and whole.period_start = kpi.period_start
  and whole.breakdown is null
left join kpi_told on true
where kpi.breakdown is null
  and kpi.value is not null
  and case
    -- what was open then must have been told then
    when date_basis = 'as_of' then kpi.status <> 'partial' and told_since <= as_of
    -- a record that begins within the period tells a part of it
    when list_contains($recorded::varchar[], kpi.metric) then coalesce(whole.status <> 'partial', false)
    else true
  end
