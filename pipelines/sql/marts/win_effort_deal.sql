-- one row per opportunity that somebody worked: the activities that name it, by kind
create or replace table win_effort_deal as
select
  opportunity_id,
  count(*) as activity_count,
  count(*) filter (where kind = 'call') as call_count,
  count(*) filter (where kind = 'email') as email_count,
  count(*) filter (where kind in ('meeting', 'webinar')) as meeting_count,
  sum(duration_minutes) as contact_minutes,
  -- two activities of one rep on one day are one day's work
  count(distinct (rep_id, activity_date)) as rep_days
from activity
cross join run
where opportunity_id is not null
  and activity_date <= as_of
group by opportunity_id
