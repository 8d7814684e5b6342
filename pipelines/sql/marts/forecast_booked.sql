-- one row per rep, segment, month and day of it on which anything was booked by the as-of
create or replace table forecast_booked as
select
  rep_id,
  coalesce(segment, 'unassigned') as segment,
  date_trunc('month', close_date)::date as month_start,
  close_date,
  sum(bookings_cents)::bigint as bookings_cents
from opportunity
cross join run
where status = 'won' and close_date <= as_of and bookings_cents is not null
group by all
