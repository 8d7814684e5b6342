-- one row: what was won for a period after a cutoff: booked since, or won since with a close date to come
select
  count(*) as count,
  coalesce(sum(bookings_cents), 0)::bigint as booked_cents
from opportunity
cross join run
where status = 'won'
  and close_date > $cutoff::date
  and close_date between $first_date::date and $last_date::date
  and bookings_cents is not null
  -- what was won by the cutoff for a day that is still to come is no news
  and (
    close_date <= as_of
    or not exists (
      from opportunity_version as version
      where version.opportunity_id = opportunity.opportunity_id
        and version.status = 'won'
        and version.valid_from::date <= $cutoff::date and version.valid_to::date > $cutoff::date
    )
  )
