-- one row per closed quarter and company, region, team or rep: bookings as they closed and as they are
create or replace table restated_quarter as
with now_booked as (
  select entity_type, entity_id, period_start, coalesce(numerator, 0)::bigint as bookings_now_cents
  from kpi
  where metric = 'bookings' and period = 'quarter' and view = 'as_was' and breakdown is null
    and entity_type in ('company', 'region', 'team', 'rep')
),
closed as (
  select period_start
  from fiscal_period
  where period = 'quarter' and is_complete
),
moved as (
  select period_start, rep_id_then as rep_id, close_date_then as close_date, -bookings_then_cents as cents
  from restated_deal
  where rep_id_then is not null
  union all
  select period_start, rep_id_now, close_date_now, bookings_now_cents
  from restated_deal
  where rep_id_now is not null
),
-- the team that the owner was in on the day of the deal, as for all bookings
assigned as (
  select moved.*, assignment.team_id, assignment.region_id
  from moved
  left join rep_assignment as assignment
    on assignment.rep_id = moved.rep_id
    and assignment.valid_from <= moved.close_date and assignment.valid_to > moved.close_date
),
difference as (
  select 'company' as entity_type, company as entity_id, period_start, cents from assigned cross join run
  union all
  select 'region', coalesce(region_id, 'unassigned'), period_start, cents from assigned
  union all
  select 'team', coalesce(team_id, 'unassigned'), period_start, cents from assigned
  union all
  select 'rep', rep_id, period_start, cents from assigned
),
summed as (
  select entity_type, entity_id, period_start, sum(cents)::bigint as difference_cents
  from difference
  group by entity_type, entity_id, period_start
)
select
  now_booked.entity_type,
  now_booked.entity_id,
  now_booked.period_start,
  now_booked.bookings_now_cents - coalesce(summed.difference_cents, 0) as bookings_then_cents,
  now_booked.bookings_now_cents
from now_booked
join closed using (period_start)
left join summed using (entity_type, entity_id, period_start)
