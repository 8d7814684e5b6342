-- one row per earlier cutoff that the forecast is compared with: how long ago, and whether it is known which deals were open then
select distinct
  change.cutoff,
  date_diff('day', change.cutoff, run.as_of)::integer as days,
  deal_cutoff.cutoff is not null as is_deals_known
from forecast_change as change
cross join run
left join deal_cutoff using (cutoff)
order by change.cutoff desc
