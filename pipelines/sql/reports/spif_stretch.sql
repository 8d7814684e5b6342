-- one row per SPIF and stretch of days beside which it is read, in order of the days
select
  plan || ' ' || component as spif_id,
  stretch,
  from_date,
  until_date,
  until_date - from_date + 1 as days,
  count_deals,
  bookings_cents
from commission_spif_stretch
order by spif_id, from_date
