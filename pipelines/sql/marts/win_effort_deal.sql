-- one row per opportunity that somebody worked: the activities that name it, up to its close or the as-of
create or replace table win_effort_deal as
select
  link.opportunity_id,
  count(*) as activity_count,
  count(*) filter (where kind = 'call') as call_count,
  count(*) filter (where kind = 'email') as email_count,
  count(*) filter (where kind in ('meeting', 'webinar')) as meeting_count,
  sum(duration_minutes) as contact_minutes,
  -- two activities of one rep on one day are one day's work
  count(distinct (activity.rep_id, activity_date)) as rep_days
from activity_link as link
join activity using (source, activity_id)
join kpi_deal on kpi_deal.opportunity_id = link.opportunity_id
cross join run
where activity_date <= as_of
  and (status = 'open' or activity_date <= close_date)
group by link.opportunity_id
