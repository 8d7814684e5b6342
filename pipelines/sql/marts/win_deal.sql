-- one row per opportunity that is open or closed by the as-of: what it is compared by, how it ended, the effort it took
create or replace table win_deal as
with
-- without any activity effort isn't zero but unknown
recorded as (
  select count(*) > 0 as has_activities, count(duration_minutes) > 0 as has_durations
  from activity
)
select
  kpi_deal.opportunity_id,
  -- a deal without an account stands for itself
  coalesce(opportunity.account_id, kpi_deal.opportunity_id) as account,
  kpi_deal.status,
  coalesce(kpi_deal.close_date >= span.starts and kpi_deal.close_date <= span.ends, false)
    as is_recent,
  kpi_deal.segment,
  coalesce(opportunity.industry, 'unassigned') as industry,
  coalesce(account.employees, 'unassigned') as employees,
  coalesce(kpi_deal.lead_source, 'unassigned') as lead_source,
  kpi_deal.region_as_was as region,
  coalesce(account.country, 'unassigned') as country,
  coalesce(opportunity.deal_type, 'unassigned') as deal_type,
  kpi_deal.amount_cents,
  kpi_deal.cycle_days,
  case when has_activities then coalesce(activity_count, 0) end as activity_count,
  case when has_activities then coalesce(call_count, 0) end as call_count,
  case when has_activities then coalesce(email_count, 0) end as email_count,
  case when has_activities then coalesce(meeting_count, 0) end as meeting_count,
  case when has_durations then coalesce(contact_minutes, 0) end as contact_minutes,
  case when has_activities then coalesce(rep_days, 0) end as rep_days
from kpi_deal
join opportunity on opportunity.opportunity_id = kpi_deal.opportunity_id
cross join run
cross join recorded
left join win_span as span on span.span = 'recent'
left join win_account as account
  on account.source = opportunity.source and account.account_id = opportunity.account_id
left join win_effort_deal on win_effort_deal.opportunity_id = kpi_deal.opportunity_id
-- what closes on a day to come hasn't happened; a close outside of the calendar is a slip of the pen
where kpi_deal.status = 'open'
  or (kpi_deal.close_date <= as_of and kpi_deal.month_start is not null)
