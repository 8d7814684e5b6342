-- one row per company, region, team, segment or rep and period not yet complete: the forecast of its bookings, its target, and what others say of it
with
other as (
  select
    entity_type,
    entity_id,
    period,
    period_start,
    max(mean_cents) filter (model = 'series') as series_cents,
    max(mean_cents) filter (model = 'pipeline') as pipeline_cents,
    max(mean_cents) filter (model = 'stage_weighted') as stage_weighted_cents,
    max(mean_cents) filter (model = 'naive') as naive_cents
  from forecast
  where target = 'bookings' and not is_published
  group by all
),
-- what was said last, of one day the manager's word
latest_call as (
  select entity_type, entity_id, period, period_start, category, recorded_on, amount_cents
  from forecast_call
  qualify row_number() over (
    partition by entity_type, entity_id, period, period_start, category
    order by recorded_on desc, level, source, called_by, amount_cents
  ) = 1
),
called as (
  select
    entity_type,
    entity_id,
    period,
    period_start,
    max(amount_cents) filter (category = 'commit') as commit_cents,
    max(amount_cents) filter (category = 'best_case') as best_case_cents,
    max(amount_cents) filter (category = 'pipeline') as pipeline_call_cents,
    max(recorded_on) filter (category in ('commit', 'best_case', 'pipeline')) as called_on
  from latest_call
  group by all
),
booked as (
  select entity_type, entity_id, period, period_start, sum(bookings_cents)::bigint as booked_cents
  from forecast_booked
  join forecast_member using (rep_id, segment)
  join fiscal_period on close_date between period_start and period_end
  where not is_complete
  group by all
)
select
  forecast.entity_type,
  forecast.entity_id,
  coalesce(rep.name, forecast.entity_id) as name,
  forecast.period,
  forecast.period_start,
  fiscal_period.label,
  fiscal_period.is_current,
  forecast.cutoff,
  forecast.model,
  -- of a period that hasn't begun nothing can be booked
  case when forecast.period_start <= as_of then coalesce(booked.booked_cents, 0) end as booked_cents,
  forecast.mean_cents,
  forecast.lower_50_cents,
  forecast.upper_50_cents,
  forecast.lower_80_cents,
  forecast.upper_80_cents,
  forecast.lower_95_cents,
  forecast.upper_95_cents,
  forecast_target.target_cents,
  forecast_target.chance,
  other.series_cents,
  other.pipeline_cents,
  other.stage_weighted_cents,
  other.naive_cents,
  called.commit_cents,
  called.best_case_cents,
  called.pipeline_call_cents,
  called.called_on
from forecast
cross join run
join fiscal_period
  on fiscal_period.period = forecast.period
  and fiscal_period.period_start = forecast.period_start
left join rep on forecast.entity_type = 'rep' and rep.rep_id = forecast.entity_id
left join booked
  on booked.entity_type = forecast.entity_type and booked.entity_id = forecast.entity_id
  and booked.period = forecast.period and booked.period_start = forecast.period_start
left join forecast_target
  on forecast_target.entity_type = forecast.entity_type
  and forecast_target.entity_id = forecast.entity_id
  and forecast_target.period = forecast.period
  and forecast_target.period_start = forecast.period_start
  and forecast_target.cutoff = forecast.cutoff
left join other
  on other.entity_type = forecast.entity_type and other.entity_id = forecast.entity_id
  and other.period = forecast.period and other.period_start = forecast.period_start
left join called
  on called.entity_type = forecast.entity_type and called.entity_id = forecast.entity_id
  and called.period = forecast.period and called.period_start = forecast.period_start
where forecast.target = 'bookings'
  and forecast.is_published
  -- what was never booked is forecast as unknown
  and forecast.mean_cents is not null
  and not fiscal_period.is_complete
  -- who has left is expected to book nothing
  and (forecast.entity_type <> 'rep' or rep.is_active or forecast.mean_cents <> 0)
  -- where nothing is without an owner, nobody asks for it
  and (forecast.entity_id <> 'unassigned' or forecast.mean_cents <> 0)
order by
  case forecast.entity_type when 'company' then 1 when 'region' then 2 when 'team' then 3 when 'segment' then 4 else 5 end,
  name,
  forecast.entity_id,
  forecast.period,
  forecast.period_start
