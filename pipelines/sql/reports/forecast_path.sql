-- one row per company, region, team or segment, quarter or year not yet complete and cutoff of the past year: what was forecast of it then, with the chance of its target
with cutoff_forecast as (
  select
    entity_type, entity_id, period, period_start, cutoff,
    booked_cents, mean_cents, lower_80_cents, upper_80_cents
  from forecast_past
  cross join run
  where target = 'bookings' and cutoff >= (as_of - interval 1 year)::date
)
select cutoff_forecast.*, forecast_target.chance
from cutoff_forecast
join fiscal_period using (period, period_start)
left join forecast_target using (entity_type, entity_id, period, period_start, cutoff)
where period in ('quarter', 'year')
  and not is_complete
order by entity_type, entity_id, period, period_start, cutoff
