-- one row per record whose drops differ on the day it was created: what the first one told
create or replace temp table {{first_created}} as
select source, {{key}}, min_by(created_date, row_order) as created_date
from {{told}}
where reject_reason is null and created_date is not null
group by source, {{key}}
having min(created_date) <> max(created_date)
