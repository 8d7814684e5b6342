-- one row per opportunity, pipeline and stage: the time that it spent there
create or replace table stage_time as
with told as (
  select
    source,
    opportunity_id,
    unnest(
      from_json(stage_times, '[{"stage": "VARCHAR", "pipeline": "VARCHAR", "text": "VARCHAR"}]')
    ) as spent
  from {{latest_opportunity}}
  where stage_times is not null and not is_deleted
)
select
  told.opportunity_id,
  coalesce(stage_alias.stage, trim(told.spent.stage)) as stage,
  trim(told.spent.pipeline) as pipeline,
  -- null where the text is no duration
  sum(read_seconds(told.spent.text))::bigint as seconds,
  told.source
from told
left join stage_alias
  on stage_alias.source = told.source and stage_alias.written = trim(told.spent.stage)
where nullif(trim(told.spent.text), '') is not null
group by all
