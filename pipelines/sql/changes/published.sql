-- one row per entity and period: the forecast that was published as of an earlier day
select entity_type, entity_id, period, period_start, mean_cents
from forecast_published
where as_of = $cutoff::date
  and is_published
  and target = 'bookings'
  and mean_cents is not null
order by entity_type, entity_id, period, period_start
