-- one row per entity (as is) and month from its first booking to the as-of month, empty months as 0
create or replace table forecast_input as
with
point as (
  select
    period_start,
    period_end,
    period_end >= as_of as is_as_of_month,
    -- as many days before its month's end as the as-of date is
    period_end - (last_day(as_of) - as_of)::integer as point_date
  from fiscal_period
  cross join run
  where period = 'month' and period_start <= as_of
),
membership as (
  select rep_id, 'region' as entity_type, coalesce(region_id, 'unassigned') as entity_id, hired_on
  from rep
  union all
  select rep_id, 'team', coalesce(team_id, 'unassigned'), hired_on from rep
),
booked as (
  select coalesce(rep.rep_id, 'unassigned') as rep_id, team_id, region_id, close_date,
    bookings_cents
  from opportunity
  cross join run
  left join rep using (rep_id)
  where status = 'won' and close_date <= as_of and bookings_cents is not null
),
credited as (
  select 'company' as entity_type, company as entity_id, close_date, bookings_cents
  from booked cross join run
  union all
  select 'region', coalesce(region_id, 'unassigned'), close_date, bookings_cents from booked
  union all
  select 'team', coalesce(team_id, 'unassigned'), close_date, bookings_cents from booked
),
entity as (
  select 'company' as entity_type, company as entity_id from run
  union
  select entity_type, entity_id from membership where entity_id <> 'unassigned'
  union
  select entity_type, entity_id from credited
),
first_booking as (
  select entity_type, entity_id, min(close_date) as booked_on
  from credited
  group by entity_type, entity_id
),
first_hire as (
  select entity_type, entity_id, min(hired_on) as hired_on
  from membership
  group by entity_type, entity_id
),
-- an entity that hasn't booked yet begins with its first hire, or in the as-of month
started as (
  select entity_type, entity_id,
    date_trunc('month', coalesce(booked_on, hired_on, as_of)) as started_on
  from entity
  cross join run
  left join first_booking using (entity_type, entity_id)
  left join first_hire using (entity_type, entity_id)
),
monthly as (
  select entity_type, entity_id, point.period_start,
    sum(bookings_cents) as bookings_cents,
    coalesce(sum(bookings_cents) filter (close_date <= point_date), 0) as booked_to_point_cents
  from credited
  join point on close_date between point.period_start and period_end
  group by all
)
select
  entity_type,
  entity_id,
  point.period_start,
  coalesce(bookings_cents, 0)::bigint as bookings_cents,
  -- booked by the day that is as far from the month's end as the as-of date
  coalesce(booked_to_point_cents, 0)::bigint as booked_to_point_cents
from started
join point on point.period_start >= started_on or is_as_of_month
left join monthly using (entity_type, entity_id, period_start)
order by entity_type, entity_id, period_start
