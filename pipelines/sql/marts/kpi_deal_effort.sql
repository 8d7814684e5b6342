-- one row per won or open opportunity: the activities logged on it, up to its close or the as-of date
create or replace table kpi_deal_effort as
with
counted as (
  select
    link.opportunity_id,
    count(*) as every,
    count(*) filter (where kind = 'call') as call,
    count(*) filter (where kind = 'email') as email,
    count(*) filter (where kind = 'meeting') as meeting,
    count(*) filter (where kind = 'webinar') as webinar,
    count(*) filter (where kind = 'other') as other
  from activity_link as link
  join activity using (source, activity_id)
  join kpi_deal on kpi_deal.opportunity_id = link.opportunity_id
  cross join run
  where activity_date <= as_of and (status = 'open' or activity_date <= close_date)
  group by link.opportunity_id
)
select
  kpi_deal.opportunity_id,
  kpi_deal.rep_id,
  kpi_deal.segment,
  kpi_deal.territory_id,
  case status when 'won' then close_date else as_of end as happened_on,
  status = 'won' as is_won,
  coalesce(every, 0)::integer as every,
  coalesce(call, 0)::integer as call,
  coalesce(email, 0)::integer as email,
  coalesce(meeting, 0)::integer as meeting,
  coalesce(webinar, 0)::integer as webinar,
  coalesce(other, 0)::integer as other
from kpi_deal
cross join run
left join counted on counted.opportunity_id = kpi_deal.opportunity_id
-- where no activity names a deal, nothing is known of the effort on any
where exists (from counted)
  and (status = 'open' or status = 'won' and close_date <= as_of)
