-- one row per opportunity that was merged into another, with the drop that first told it
create or replace temp table merged_drop as
select source, opportunity_id, min(drop_date) as drop_date
from {{merged_opportunity}}
where reject_reason is null
group by source, opportunity_id
