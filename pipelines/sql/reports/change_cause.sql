-- one row per earlier cutoff of those asked for, entity, period and cause: what it did to the forecast since
select
  change.cutoff,
  change.entity_type,
  change.entity_id,
  fiscal_period.label,
  change.cause,
  change.cents,
  change.count_deals
from forecast_change as change
join fiscal_period using (period, period_start)
where change.cutoff in (select unnest($cutoffs::date[]))
order by change.cutoff desc, fiscal_period.label, change.entity_type, change.entity_id, change.place
