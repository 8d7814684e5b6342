-- one row per earlier cutoff of those asked for, period, cause, deal, rep and segment: what the deal did to the forecast
select
  change.cutoff,
  fiscal_period.label,
  change.cause,
  change.opportunity_id,
  change.rep_id,
  change.segment,
  change.cents
from forecast_change_deal as change
join fiscal_period using (period, period_start)
where change.cutoff in (select unnest($cutoffs::date[]))
order by
  change.cutoff desc, fiscal_period.label, change.cause, change.opportunity_id, change.rep_id,
  change.segment
