-- one row: activities known, those that name no deal, and whether calls and meetings have lengths
select
  count(*) as activity_count,
  count(*) filter (where opportunity_id is null) as unlinked_count,
  count(duration_minutes) as timed_count
from activity
