-- one row per basis, type of entity, grain, model and months from the forecast to its period's end: how far it was off, over forecasts that every model made
with
said as (
  select
    *,
    case when is_published then 'published' else model end as shown
  from forecast_scored
  where (is_published or model in ('naive', 'stage_weighted', 'series', 'pipeline'))
    and lead_months < case period when 'month' then 4 when 'quarter' then 6 else 18 end
),
counted as (
  select
    *,
    count(*) over (
      partition by basis, entity_type, entity_id, period, period_start, cutoff
    ) as count_models
  from said
),
compared as (
  select *
  from counted
  qualify count_models = max(count_models) over (partition by basis, entity_type, period)
)
select
  basis,
  entity_type,
  period,
  shown as model,
  lead_months,
  -- the day of the period, below 1 before it begins
  sum(day_of_period)::bigint // count(*) as day,
  count(*) as n,
  count(distinct period_start)::integer as count_periods,
  sum(abs(mean_cents - actual_cents))::double / nullif(sum(abs(actual_cents)), 0)::double as wape,
  sum(mean_cents - actual_cents)::double / nullif(sum(abs(actual_cents)), 0)::double as bias
from compared
group by basis, entity_type, period, shown, lead_months
order by basis, entity_type, period, model, lead_months desc
