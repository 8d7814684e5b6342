-- one row per payment received by the day
create or replace view payment as
select payment.*
from main.payment
cross join run
where paid_on <= as_of
