-- one row per opportunity and cutoff that is the first after an activity, or counts one: what was done by then
create or replace table deal_contact as
with touched as materialized (
  select
    link.opportunity_id,
    activity.activity_date,
    greatest(activity.activity_date, first_cutoff) as first_day,
    -- it counts as recent at the end of thirty days, the first its own
    greatest(least(activity.activity_date + 30, last_cutoff + 1), first_cutoff) as until_day
  from activity_link as link
  join activity on activity.source = link.source and activity.activity_id = link.activity_id
  semi join deal_state on deal_state.opportunity_id = link.opportunity_id
  cross join run
  cross join cutoff_span
  where activity.activity_date <= run.as_of
),
spanned as (
  select
    opportunity_id,
    activity_date,
    begun.count_before + 1 as first_place,
    ended.count_before as last_place
  from touched
  join cutoff_day as begun on begun.day = touched.first_day
  join cutoff_day as ended on ended.day = touched.until_day
),
counted as (
  select
    opportunity_id,
    unnest(range(first_place, greatest(last_place, first_place) + 1)) as place,
    last_place >= first_place as is_recent,
    activity_date
  from spanned
)
select
  opportunity_id,
  place::integer as place,
  count(*) filter (where is_recent) as count_recent,
  max(activity_date) as last_activity_date
from counted
group by opportunity_id, place
