-- one row per opportunity that was merged into another, with the one that it has ended in, which stands for both
create or replace table merged_opportunity as
with recursive followed as (
  select source, opportunity_id, merged_into_id
  from {{latest_merged_opportunity}}
  -- not all: merges that lead round in a circle end
  union
  select followed.source, followed.opportunity_id, later.merged_into_id
  from followed
  join {{latest_merged_opportunity}} as later
    on later.source = followed.source and later.opportunity_id = followed.merged_into_id
),
ended as (
  select *
  from followed
  anti join {{latest_merged_opportunity}} as later
    on later.source = followed.source and later.opportunity_id = followed.merged_into_id
)
select source, opportunity_id, coalesce(ended.merged_into_id, told.merged_into_id) as merged_into_id
from {{latest_merged_opportunity}} as told
left join ended using (source, opportunity_id)
