-- one row per way in which a source may write a stage: which of the company's stages it means
create or replace table stage_alias as
-- everything that one stage of the CRM goes by: its internal name, its label here, its label as shipped
with known as (
  select source, stage_id as internal_name, stage_id as name
  from {{latest_pipeline_stage}}
  union
  select source, stage_id, stage
  from {{latest_pipeline_stage}}
  union
  select source, internal_name, internal_name
  from stage_default
  union
  select source, internal_name, label
  from stage_default
),
candidate as (
  select source, stage as written, stage, 1 as place
  from stage
  union all
  select written.source, written.name, stage.stage, case when stage.stage = meant.name then 2 else 3 end
  from known as written
  join known as meant
    on meant.source = written.source and meant.internal_name = written.internal_name
  join stage on stage.source = meant.source and lower(stage.stage) = lower(meant.name)
)
select source, written, arg_min(stage, (place, stage)) as stage
from candidate
group by source, written
