-- one row per opportunity that was merged into another, which stands for both
create or replace table merged_opportunity as
select source, opportunity_id, merged_into_id
from {{latest_merged_opportunity}}
