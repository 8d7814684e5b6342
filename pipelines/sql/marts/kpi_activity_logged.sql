-- one row per rep, territory, day and kind of the activities logged by the as-of date
create or replace table kpi_activity_logged as
select
  null::varchar as opportunity_id,
  coalesce(activity.rep_id, 'unassigned') as rep_id,
  null::varchar as segment,
  coalesce(held.territory_id, deal.territory_id) as territory_id,
  activity_date as happened_on,
  kind,
  count(*) as activities
from activity
cross join run
left join territory_assignment as held
  on held.account_id = activity.account_id
  and held.valid_from <= activity.activity_date and held.valid_to > activity.activity_date
left join opportunity as deal
  on activity.account_id is null and deal.opportunity_id = activity.opportunity_id
where activity_date <= as_of
group by all
