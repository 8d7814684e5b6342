-- one row per opportunity: its measures, its fiscal periods and the entities it counts for
create or replace table kpi_deal as
with
-- the owner's team is asked for on the day the deal closed, for open deals today
dated as (
  select
    opportunity.*,
    as_of,
    case when status = 'open' then as_of else coalesce(close_date, as_of) end as held_on
  from opportunity
  cross join run
),
-- the open stage that a deal was in last: what it was lost from
left_stage as (
  select opportunity_id, max_by(stage, version) as stage
  from opportunity_version
  where status = 'open'
  group by opportunity_id
),
assigned as (
  select dated.*, assignment.team_id as team_as_was, assignment.region_id as region_as_was
  from dated
  left join kpi_assignment as assignment
    on dated.rep_id = assignment.rep_id
    and dated.held_on >= assignment.valid_from
    and dated.held_on < assignment.valid_to
)
select
  assigned.opportunity_id,
  assigned.status,
  assigned.stage,
  assigned.created_date,
  assigned.close_date,
  month_start,
  quarter_start,
  year_start,
  coalesce(assigned.rep_id, 'unassigned') as rep_id,
  coalesce(team_as_was, rep.team_id, 'unassigned') as team_as_was,
  coalesce(region_as_was, rep.region_id, 'unassigned') as region_as_was,
  coalesce(rep.team_id, 'unassigned') as team_as_is,
  coalesce(rep.region_id, 'unassigned') as region_as_is,
  coalesce(assigned.segment, 'unassigned') as segment,
  assigned.territory_id,
  assigned.lead_source,
  assigned.campaign_id,
  case when assigned.status = 'lost' then assigned.loss_reason end as loss_reason,
  case when assigned.status = 'lost' then assigned.competitor end as competitor,
  case when assigned.status = 'lost' then left_stage.stage end as lost_stage,
  case when assigned.status = 'open' then as_of - created_date end as age_days,
  amount_cents,
  bookings_cents,
  -- a deal closed before it was created has no length; data quality lists it
  case when cycle_days >= 0 then cycle_days end as cycle_days
from assigned
left join rep on assigned.rep_id = rep.rep_id
left join left_stage on assigned.opportunity_id = left_stage.opportunity_id
left join kpi_month on month_start = date_trunc('month', assigned.close_date)
