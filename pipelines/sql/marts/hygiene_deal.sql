-- one row per open opportunity: where it stands, for how long, and what its owner has to mend; blank where it isn't told
create or replace table hygiene_deal as
with told_column as (
  select distinct input_file.source, unnest(file_content.columns) as column_name
  from file_content
  join input_file on input_file.file_id = file_content.file_id
  where input_file.object = 'opportunity'
),
contact as (
  select activity_link.source, activity_link.opportunity_id, max(activity.activity_date) as activity_date
  from activity_link
  join activity
    on activity.source = activity_link.source and activity.activity_id = activity_link.activity_id
  cross join run
  where activity.activity_date <= run.as_of
  group by activity_link.source, activity_link.opportunity_id
),
told_source as (
  select
    source,
    'next_step' in (select column_name from told_column where told_column.source = source_setting.source)
      as tells_next_step,
    'last_activity' in (select column_name from told_column where told_column.source = source_setting.source)
      or source in (select contact.source from contact) as tells_activity
  from source_setting
),
-- how long deals of the company stayed in a stage before they left it
usual as (
  select stage, quantile_cont(stay_days, 0.75) as usual_days
  from kpi_stage_stay
  cross join run
  group by stage
  having count(*) >= any_value(run.min_cell)
),
aged as (
  select
    opportunity.opportunity_id,
    opportunity.source,
    opportunity.rep_id,
    opportunity.stage,
    opportunity.bookings_cents,
    opportunity.close_date,
    run.as_of,
    run.as_of - open_stay.stage_since as stage_days,
    usual.usual_days,
    open_stay.count_pushes,
    opportunity.next_step,
    greatest(opportunity.last_activity_date, contact.activity_date) as last_activity_date,
    opportunity.created_date,
    coalesce(told_source.tells_next_step, false) as tells_next_step,
    coalesce(told_source.tells_activity, false) as tells_activity
  from opportunity
  cross join run
  left join told_source on told_source.source = opportunity.source
  left join open_stay on open_stay.opportunity_id = opportunity.opportunity_id
  left join usual on usual.stage = opportunity.stage
  left join contact
    on contact.source = opportunity.source and contact.opportunity_id = opportunity.opportunity_id
  where opportunity.status = 'open'
),
flagged as (
  select
    aged.* exclude (as_of, tells_next_step, tells_activity),
    case when tells_next_step then next_step is null end as is_without_next_step,
    stage_days > usual_days as is_stale,
    coalesce(close_date < as_of, false) as is_overdue,
    coalesce(bookings_cents, 0) = 0 as is_without_amount,
    -- a deal that nobody has touched counts from the day it was created
    case when tells_activity then as_of - coalesce(last_activity_date, created_date) > 30 end as is_idle
  from aged
)
select
  flagged.*,
  coalesce(is_without_next_step, false)::integer + coalesce(is_stale, false)::integer
    + is_overdue::integer + is_without_amount::integer + coalesce(is_idle, false)::integer
    as count_to_mend
from flagged
