-- one row per opportunity that an export of deals has told: before that, its history alone makes no deal
create or replace temp table due_opportunity as
select distinct source, opportunity_id from {{opportunity}} where reject_reason is null
