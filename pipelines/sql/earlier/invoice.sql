-- one row per invoice or credit note issued by the day
create or replace view invoice as
select invoice.*
from main.invoice
cross join run
where issued_on <= as_of
