-- one row per company, region or team, complete fiscal period, view and forecast: how far it was off
create or replace table kpi_forecast_error as
with
tested as (
  select
    entity_type,
    entity_id,
    period,
    period_start,
    cutoff,
    'horizon ' || horizon as horizon,
    mean_cents as model_cents,
    actual_cents,
    (actual_cents between lower_80_cents and upper_80_cents)::integer as inside_80,
    (actual_cents between lower_95_cents and upper_95_cents)::integer as inside_95
  from forecast_backtest
  where target = 'bookings' and is_published
    and entity_type in ('company', 'region', 'team')
),
-- the last one before the period's end stands for the period
last_tested as (
  from tested
  qualify row_number() over (
    partition by entity_type, entity_id, period, period_start order by cutoff desc
  ) = 1
),
-- the simplest forecast: the same period of the year before, where it was over on that day
naive as (
  select last_tested.*, past.bookings_cents as naive_cents
  from last_tested
  left join kpi_period
    on kpi_period.period = last_tested.period
    and kpi_period.period_start = (last_tested.period_start - interval 1 year)::date
    and kpi_period.period_end < cutoff and not is_cut_off
  left join kpi_component as past
    on past.entity_type = last_tested.entity_type and past.entity_id = last_tested.entity_id
    and past.view = 'as_is' and past.period = kpi_period.period
    and past.period_start = kpi_period.period_start
),
-- what a person last called by the day of that forecast
called as (
  select last_tested.*, category, amount_cents as called_cents
  from last_tested
  join forecast_call using (entity_type, entity_id, period, period_start)
  where recorded_on <= cutoff
  qualify row_number() over (
    partition by entity_type, entity_id, period, period_start, category
    order by recorded_on desc, source, called_by
  ) = 1
),
step as (
  select *, null as breakdown, model_cents as said_cents, naive_cents as before_cents from naive
  union all by name
  select *, horizon as breakdown, model_cents as said_cents from tested
  union all by name
  select * exclude (inside_80, inside_95), category as breakdown, called_cents as said_cents,
    called_cents as before_cents
  from called
  union all by name
  select * exclude (inside_80, inside_95), 'year before' as breakdown, naive_cents as said_cents,
    naive_cents as before_cents
  from naive
  where naive_cents is not null
),
summed as (
  select
    entity_type,
    entity_id,
    period,
    period_start,
    breakdown,
    count(*) as forecast_count,
    sum(abs(actual_cents - said_cents))::bigint as error_cents,
    sum(said_cents - actual_cents)::bigint as over_forecast_cents,
    sum(actual_cents)::bigint as actual_cents,
    count(inside_80) as ranged_count,
    sum(inside_80)::bigint as inside_80_count,
    sum(inside_95)::bigint as inside_95_count,
    count(before_cents) as compared_count,
    sum(abs(actual_cents - before_cents) - abs(actual_cents - model_cents))::bigint as added_cents,
    sum(actual_cents) filter (before_cents is not null)::bigint as compared_actual_cents
  from step
  group by all
)
select
  summed.*,
  -- regions and teams are forecast as they are today
  unnest(views_of(case entity_type when 'company' then 'both' else 'as_is' end)) as view
from summed
