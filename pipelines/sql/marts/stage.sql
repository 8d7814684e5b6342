-- one row per stage of a source, in the order of the sale
create or replace table stage as
with told as (
  -- where the company file names no stages, the export's own list of them counts
  select
    staged.source,
    staged.stage,
    staged.probability_rate,
    case
      -- some connectors tell no won flag: a closed stage of a certain deal is the won one
      when coalesce(staged.is_won, staged.is_closed and staged.probability_rate = 1) then 'won'
      when staged.is_closed then 'lost'
      else 'open'
    end as status,
    row_number() over (
      partition by staged.source
      order by pipeline.position nulls last, staged.pipeline_id, staged.position nulls last,
        staged.stage_id
    ) as position
  from {{latest_pipeline_stage}} as staged
  left join {{latest_pipeline}} as pipeline
    on pipeline.source = staged.source and pipeline.pipeline_id = staged.pipeline_id
  where staged.source not in (select source from stage_rule)
),
-- two pipelines may have a stage of one name
named as (
  select
    source,
    stage,
    min(position) as position,
    arg_min(status, position) as status,
    arg_min(probability_rate, position) as probability_rate
  from told
  group by source, stage
)
from stage_rule
union all by name
select
  source,
  stage,
  (row_number() over (partition by source order by position))::integer as position,
  status,
  probability_rate
from named
