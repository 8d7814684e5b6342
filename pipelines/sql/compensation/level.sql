-- one row per rep and fiscal period: a metric's value, money in major units, where the rep was then or else is now
select
  kpi.entity_id as rep_id,
  kpi.period,
  kpi.period_start,
  case metric.unit
    when 'money' then kpi.value / pow(10, setting.currency_digits)
    else kpi.value
  end as value
from kpi
join metric using (metric)
cross join setting
where kpi.metric = $metric and kpi.entity_type = 'rep' and kpi.breakdown is null
  and kpi.value is not null
qualify row_number() over (
  partition by kpi.entity_id, kpi.period, kpi.period_start
  order by kpi.view = 'as_was' desc, kpi.view
) = 1
order by kpi.entity_id, kpi.period, kpi.period_start
