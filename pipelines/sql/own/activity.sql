-- one row per activity whose day has come, with the deal that it is logged on
create or replace view {{events}} as
with logged as (
  select
    own_deal.* exclude (opportunity_id, rep_id, segment, territory_id),
    null::varchar as opportunity_id,
    coalesce(activity.rep_id, 'unassigned') as rep_id,
    null::varchar as segment,
    null::varchar as territory_id,
    activity.kind as activity__kind,
    activity.duration_minutes as activity__duration_minutes,
    activity.activity_date as activity__activity_date
  from activity
  left join own_deal on own_deal.opportunity_id = activity.opportunity_id
)
select *, {{happened_on}} as happened_on
from logged
where {{happened_on}} <= (select as_of from run)
