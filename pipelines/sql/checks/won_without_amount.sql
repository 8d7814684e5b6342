-- one row per won opportunity that has no amount
insert into finding
select
  'won_without_amount', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'won, but no amount: it counts as a win and adds nothing to bookings'
from opportunity
where status = 'won' and bookings_cents is null
