-- one row per step from one forecast to another, entity, caller and period: errors of both, summed over the same forecasts
create or replace table forecast_step as
with
shown as (
  select *
  from forecast_scored
  where is_published and horizon <= 1
),
between_models as (
  select
    'model_over_' || before.model as step,
    shown.basis, shown.entity_type, shown.entity_id, shown.period, shown.period_start, shown.horizon,
    shown.actual_cents,
    before.mean_cents as before_cents,
    shown.mean_cents as after_cents
  from shown
  join forecast_scored as before
    using (basis, target, entity_type, entity_id, period, period_start, cutoff)
  where before.model in ('naive', 'stage_weighted') and not before.is_published
),
-- calls that say what will be booked: a best case isn't meant to come true on average
expected as (
  select *
  from forecast_call_scored
  where category in ('commit', 'most_likely', 'submission')
),
-- against what was forecast on a day stands what each person had last said by then
standing as (
  select
    forecast.*,
    expected.category,
    expected.level,
    expected.called_by,
    expected.amount_cents as called_cents
  from forecast_scored as forecast
  join expected using (entity_type, entity_id, period, period_start)
  where forecast.horizon <= 1
    and (forecast.is_published or forecast.model = 'stage_weighted')
    and expected.recorded_on <= forecast.cutoff
    -- a team that has other people by now is no longer what the call was about
    and expected.actual_cents = forecast.actual_cents
  qualify row_number() over (
    partition by
      forecast.basis, forecast.model, forecast.entity_type, forecast.entity_id, forecast.period,
      forecast.period_start, forecast.cutoff, expected.category, expected.level, expected.called_by
    order by expected.recorded_on desc, expected.source
  ) = 1
),
of_people as (
  select
    case when level = 'manager' then 'manager_over_model' else 'rep_over_stage_weighted' end as step,
    category, called_by, basis, entity_type, entity_id, period, period_start, horizon, actual_cents,
    mean_cents as before_cents,
    called_cents as after_cents
  from standing
  where case when level = 'manager' then is_published else model = 'stage_weighted' end
),
-- a manager's word on a rep, and the rep's own last one by that day
between_people as (
  select
    'manager_over_rep' as step,
    manager.category, manager.called_by, 'published' as basis, manager.entity_type,
    manager.entity_id, manager.period, manager.period_start, 0 as horizon, manager.actual_cents,
    rep.amount_cents as before_cents,
    manager.amount_cents as after_cents
  from expected as manager
  join expected as rep using (entity_type, entity_id, period, period_start, category)
  where manager.level = 'manager' and rep.level = 'rep' and rep.recorded_on <= manager.recorded_on
  qualify row_number() over (
    partition by
      manager.entity_type, manager.entity_id, manager.period, manager.period_start,
      manager.category, manager.called_by, manager.source, manager.recorded_on
    order by rep.recorded_on desc, rep.source
  ) = 1
),
compared as (
  from between_models
  union all by name
  from of_people
  union all by name
  from between_people
)
select
  basis,
  step,
  category,
  called_by,
  entity_type,
  entity_id,
  period,
  period_start,
  horizon,
  count(*) as n,
  sum(abs(before_cents - actual_cents))::bigint as before_cents,
  sum(abs(after_cents - actual_cents))::bigint as after_cents,
  sum(abs(actual_cents))::bigint as actual_cents
from compared
group by all
