-- one row per open opportunity, month and kind of activity: how many were logged
select
  activity_link.opportunity_id,
  date_trunc('month', activity.activity_date)::date as period_start,
  activity.kind,
  count(*) as activity_count
from activity_link
join activity
  on activity.source = activity_link.source and activity.activity_id = activity_link.activity_id
join opportunity
  on opportunity.source = activity_link.source
  and opportunity.opportunity_id = activity_link.opportunity_id
  and opportunity.status = 'open'
cross join run
where activity.activity_date <= run.as_of
group by all
order by activity_link.opportunity_id, period_start, activity.kind
