-- one row per rep (as is), segment and day with bookings up to the as-of
create or replace table forecast_input as
select
  coalesce(rep.rep_id, 'unassigned') as rep_id,
  coalesce(rep.team_id, 'unassigned') as team_id,
  coalesce(rep.region_id, 'unassigned') as region_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  opportunity.close_date,
  sum(opportunity.bookings_cents)::bigint as bookings_cents
from opportunity
cross join run
left join rep using (rep_id)
where status = 'won'
  and close_date <= as_of
  and close_date >= date_trunc('month', first_close_date)
  and bookings_cents is not null
group by all
order by rep_id, segment, close_date
