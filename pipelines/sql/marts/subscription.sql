-- one row per subscription that had begun by the as-of
create or replace table subscription as
select signed_subscription.*
from signed_subscription
cross join setting
where start_date <= as_of
