-- one row per closed quarter and company, region, team or rep: bookings and decided deals as it closed and as they are
create or replace table restated_quarter as
with now_known as (
  select
    entity_type,
    entity_id,
    period_start,
    coalesce(max(numerator) filter (metric = 'bookings'), 0)::bigint as bookings_now_cents,
    coalesce(max(numerator) filter (metric = 'win_rate'), 0)::bigint as won_now_count,
    coalesce(max(denominator) filter (metric = 'win_rate'), 0)::bigint as decided_now_count
  from kpi
  where metric in ('bookings', 'win_rate') and period = 'quarter' and view = 'as_was'
    and breakdown is null and entity_type in ('company', 'region', 'team', 'rep')
  group by entity_type, entity_id, period_start
  having count(*) filter (metric = 'bookings') > 0
),
closed as (
  select period_start
  from fiscal_period
  where period = 'quarter' and is_complete
),
moved as (
  select
    period_start,
    rep_id_then as rep_id,
    close_date_then as close_date,
    -bookings_then_cents as cents,
    -(status_then = 'won')::bigint as won,
    -1 as decided
  from restated_deal
  where status_then is not null
  union all
  select
    period_start,
    rep_id_now,
    close_date_now,
    bookings_now_cents,
    (status_now = 'won')::bigint,
    1
  from restated_deal
  where status_now is not null
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
  select 'company' as entity_type, company as entity_id, period_start, cents, won, decided
  from assigned
  cross join run
  union all
  select 'region', coalesce(region_id, 'unassigned'), period_start, cents, won, decided
  from assigned
  union all
  select 'team', coalesce(team_id, 'unassigned'), period_start, cents, won, decided
  from assigned
  union all
  select 'rep', rep_id, period_start, cents, won, decided
  from assigned
),
summed as (
  select
    entity_type,
    entity_id,
    period_start,
    sum(cents)::bigint as cents,
    sum(won)::bigint as won,
    sum(decided)::bigint as decided
  from difference
  group by entity_type, entity_id, period_start
)
select
  entity_type,
  entity_id,
  period_start,
  coalesce(bookings_now_cents, 0) - coalesce(summed.cents, 0) as bookings_then_cents,
  coalesce(bookings_now_cents, 0) as bookings_now_cents,
  coalesce(won_now_count, 0) - coalesce(summed.won, 0) as won_then_count,
  coalesce(won_now_count, 0) as won_now_count,
  coalesce(decided_now_count, 0) - coalesce(summed.decided, 0) as decided_then_count,
  coalesce(decided_now_count, 0) as decided_now_count,
  summed.entity_id is not null as is_changed
from now_known
-- whose only deals of a quarter were deleted or moved has none of it now
full join summed using (entity_type, entity_id, period_start)
join closed using (period_start)
