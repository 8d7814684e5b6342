-- one row per opportunity of which anything was ever told
create or replace temp table due_opportunity as
select source, opportunity_id from {{opportunity}} where reject_reason is null
union
select source, opportunity_id from {{opportunity_history}} where reject_reason is null
