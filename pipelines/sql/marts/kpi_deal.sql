-- one row per opportunity: its measures, its fiscal periods and the entities it counts for
create or replace table kpi_deal as
with
-- a rep's first assignment also holds for what came before it, each one until the next
assignment as (
  select
    rep_id,
    team_id,
    region_id,
    case when row_number() over history = 1 then date '0001-01-01' else valid_from end as valid_from,
    lead(valid_from, 1, date '9999-12-31') over history as valid_to
  from rep_assignment
  window history as (partition by rep_id order by valid_from)
),
-- the owner's team is asked for on the day the deal closed, for open deals today
dated as (
  select
    opportunity.*,
    case when status = 'open' then as_of else coalesce(close_date, as_of) end as held_on
  from opportunity
  cross join run
),
assigned as (
  select dated.*, assignment.team_id as team_as_was, assignment.region_id as region_as_was
  from dated
  left join assignment
    on dated.rep_id = assignment.rep_id
    and dated.held_on >= assignment.valid_from
    and dated.held_on < assignment.valid_to
)
select
  assigned.opportunity_id,
  assigned.status,
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
  amount_cents,
  bookings_cents,
  -- a deal closed before it was created has no length; data quality lists it
  case when cycle_days >= 0 then cycle_days end as cycle_days
from assigned
left join rep on assigned.rep_id = rep.rep_id
left join kpi_month on month_start = date_trunc('month', assigned.close_date)
