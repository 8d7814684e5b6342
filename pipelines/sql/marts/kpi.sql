-- adds one row per entity, fiscal period, view and breakdown of one metric: the division of all KPIs
insert into kpi by name
with
-- what a family's table leaves out is null
component as (
  select null::varchar as breakdown, null::double[] as no_quartiles, null::boolean as {{open_cohort}}
  where false
  union all by name
  from {{components}}
),
reported as (
  select
    component.entity_type,
    component.entity_id,
    component.period,
    component.period_start,
    component.view,
    component.breakdown,
    component.{{numerator}}::double as above,
    case when metric.denominator is not null then component.{{denominator}}::double end as below,
    metric.denominator is not null as is_divided,
    component.{{count}} as counted,
    component.{{quartiles}} as quartiles,
    needs_min_cell and coalesce(component.{{count}}, 0) < min_cell as is_too_few,
    when_empty,
    case
      when date_basis = 'as_of' then as_of - to_months(lookback_months) < first_close_date
      else is_unfinished or is_cut_off
    end or coalesce(component.{{open_cohort}}, false) as is_partial
  from component
  join kpi_period using (period, period_start)
  -- a family may know of an entity before its first closed deal: its own row says that it is there
  left join kpi_cell using (entity_type, entity_id, view, period, period_start)
  cross join run
  join metric
    on metric.metric = $metric
    and list_contains(entity_types, component.entity_type)
    and case periods
      when 'observed' then coalesce(is_observed, component.period_start <= as_of)
      when 'current' then is_current and coalesce(is_observed, true)
      when 'ahead' then is_ahead
      when 'planned' then true
    end
),
divided as (
  select
    *,
    -- what isn't positive divides nothing
    case
      when not is_divided then above
      when below > 0 then above / below
      when below = 0 then when_empty
    end as value
  from reported
  -- what one breakdown has, another may not know of
  where breakdown is null or above is not null or counted > 0
)
select
  $metric as metric,
  entity_type,
  entity_id,
  period,
  period_start,
  view,
  breakdown,
  value,
  above as numerator,
  below as denominator,
  coalesce(counted, 0) as n,
  quartiles[1] as lower_quartile,
  quartiles[2] as median,
  quartiles[3] as upper_quartile,
  case
    when value is null then 'absent'
    when is_partial then 'partial'
    when is_too_few then 'too_few'
    else 'ok'
  end as status,
  value is not null and is_too_few as is_too_few
from divided
