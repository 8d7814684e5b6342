-- adds one row per entity, fiscal period and view of one metric: the division of all KPIs
insert into kpi by name
with
reported as (
  select
    kpi_component.*,
    {{numerator}}::double as above,
    case when metric.denominator is not null then {{denominator}}::double end as below,
    metric.denominator is not null as is_divided,
    {{count}} as counted,
    {{quartiles}} as quartiles,
    needs_min_cell,
    case
      when date_basis = 'as_of' then as_of - to_months(lookback_months) < first_close_date
      else is_unfinished or is_cut_off
    end as is_partial
  from kpi_component
  join metric
    on metric.metric = $metric
    and list_contains(entity_types, entity_type)
    and case periods
      when 'observed' then is_observed
      when 'current' then is_current and is_observed
      when 'ahead' then is_ahead
    end
  cross join run
),
divided as (
  select
    *,
    -- what isn't positive divides nothing
    case when not is_divided then above when below > 0 then above / below end as value
  from reported
)
select
  $metric as metric,
  entity_type,
  entity_id,
  period,
  period_start,
  view,
  value,
  above as numerator,
  below as denominator,
  counted as n,
  quartiles[1] as lower_quartile,
  quartiles[2] as median,
  quartiles[3] as upper_quartile,
  case
    when value is null then 'absent'
    when is_partial then 'partial'
    when needs_min_cell and counted < min_cell then 'too_few'
    else 'ok'
  end as status
from divided
cross join run
