-- one row per name of a stage: stages of one name in several sources stand at the first place
create or replace table stage_place as
select stage, min(position) as position, bool_or(status = 'open') as is_open
from stage
group by stage
