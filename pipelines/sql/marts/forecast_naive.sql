-- one row per cutoff, entity and fiscal period ahead that was whole and over a year before: what it booked then
create or replace table forecast_naive as
select
  ahead.cutoff,
  ahead.is_as_of,
  past.entity_type,
  past.entity_id,
  ahead.period,
  ahead.period_start,
  ahead.horizon,
  past.actual_cents as mean_cents
from forecast_ahead as ahead
join forecast_actual as past
  on past.period = ahead.period
  and past.period_start = (ahead.period_start - interval 1 year)::date
  and past.period_end <= ahead.cutoff
where past.is_whole
