-- one row per won deal that counts for a day after a cutoff: what forecast_input holds of it
select
  opportunity_id,
  coalesce(rep.rep_id, 'unassigned') as rep_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  close_date,
  bookings_cents
from opportunity
cross join run
left join rep using (rep_id)
where status = 'won'
  and close_date > $cutoff::date
  and close_date <= as_of
  and bookings_cents is not null
order by close_date, opportunity_id
