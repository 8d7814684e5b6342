-- one row per company, region or team, fiscal period and view with answers to whether people recommend it
create or replace table kpi_survey as
with
answer as (
  select survey_answer.*, month_start, quarter_start, year_start
  from survey_answer
  join kpi_month on month_start = date_trunc('month', asked_date)
  where question ilike 'enps' or question ilike '%recommend%'
),
placed as (
  select
    answer.*,
    unnest([
      {entity_type: 'company', entity_id: company, view: 'both'},
      {entity_type: 'region', entity_id: held.region_id, view: 'as_was'},
      {entity_type: 'region', entity_id: rep.region_id, view: 'as_is'},
      {entity_type: 'team', entity_id: held.team_id, view: 'as_was'},
      {entity_type: 'team', entity_id: rep.team_id, view: 'as_is'}
    ], max_depth := 2)
  from answer
  cross join run
  left join rep on rep.rep_id = answer.person_id
  left join kpi_assignment as held
    on held.rep_id = answer.person_id
    and held.valid_from <= asked_date and held.valid_to > asked_date
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    case
      when grouping(month_start) = 0 then 'month'
      when grouping(quarter_start) = 0 then 'quarter'
      else 'year'
    end as period,
    coalesce(month_start, quarter_start, year_start) as period_start,
    count(*) as asked_count,
    count(score_value) as answer_count,
    count(*) filter (score_value >= 9) as promoter_count,
    count(*) filter (score_value < 7) as detractor_count
  from placed
  where entity_id is not null
  group by grouping sets (
    (entity_type, entity_id, view, month_start),
    (entity_type, entity_id, view, quarter_start),
    (entity_type, entity_id, view, year_start)
  )
)
select
  summed.*
    replace (unnest(views_of(view)) as view),
  null::varchar as breakdown,
  -- what a few people said is theirs
  case when answer_count >= min_cell then 100 * (promoter_count - detractor_count) end
    as net_promoter_points,
  -- where every row has a score, nobody wrote down who was asked
  case when answer_count < asked_count then asked_count end as known_asked_count
from summed
cross join run
