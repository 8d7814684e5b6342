-- one row per merged opportunity that a file without a source may name: the one that stands for it
create or replace table known_merge as
-- an id that two sources use is the first one's
select opportunity_id as alias, arg_min(merged_into_id, place) as opportunity_id
from merged_opportunity
join source_setting using (source)
group by merged_opportunity.opportunity_id
