-- one row per company, region, team, segment or rep with deals that are won and count for a later day: what they bring in this quarter and in the next
with
quarter as (
  select period_start, period_end
  from fiscal_period
  where period = 'quarter' and is_current
),
deal as (
  select rep_id, coalesce(segment, 'unassigned') as segment, close_date, bookings_cents
  from opportunity
  cross join run
  where status = 'won' and close_date > as_of and bookings_cents is not null
)
select
  entity_type,
  entity_id,
  coalesce(sum(bookings_cents) filter (close_date <= period_end), 0)::bigint as quarter_cents,
  coalesce(
    sum(bookings_cents) filter (
      close_date > period_end and close_date < period_end + interval 1 day + interval 3 month
    ),
    0
  )::bigint as next_cents
from deal
join forecast_member using (rep_id, segment)
cross join quarter
group by entity_type, entity_id
order by entity_type, entity_id
