-- one row per entity, fiscal period, view and breakdown (reason, competitor, stage) that deals were lost for
create or replace table kpi_loss as
with
monthly as (
  select
    entity_type,
    entity_id,
    view,
    periods_of(month_start, quarter_start, year_start) as periods,
    case when has_reason then 'reason: ' || coalesce(loss_reason, 'not given') end as reason,
    case when has_competitor then 'competitor: ' || coalesce(competitor, 'not given') end
      as competitor,
    case when has_stage then 'stage: ' || coalesce(lost_stage, 'not given') end as stage,
    count(*) as losses,
    count(amount_cents) as amounts,
    sum(amount_cents) as cents
  from kpi_deal_entity
  cross join run
  cross join kpi_loss_told
  where status = 'lost' and close_date <= as_of and month_start is not null
  group by all
),
broken_down as (
  select
    * exclude (reason, competitor, stage),
    unnest([null] || list_filter([reason, competitor, stage], lambda part: part is not null))
      as breakdown
  from monthly
),
dated as (
  select * exclude (periods), unnest(periods, max_depth := 2)
  from broken_down
),
told_apart as (
  from dated
  -- a rep's month is too small to break down
  where breakdown is null or period <> 'month' or entity_type <> 'rep'
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    breakdown,
    sum(losses)::bigint as loss_part_count,
    sum(amounts)::bigint as amounts,
    sum(cents) as cents
  from told_apart
  group by all
),
whole as (
  from summed where breakdown is null
)
select
  entity_type,
  entity_id,
  unnest(views_of(summed.view)) as view,
  period,
  period_start,
  summed.breakdown,
  summed.loss_part_count,
  case when summed.amounts > 0 then summed.cents else 0 end as loss_part_cents,
  whole.loss_part_count as lost_deal_count,
  whole.amounts as lost_amount_count,
  -- a share of value says nothing where most lost deals have no amount
  case when 2 * whole.amounts >= whole.loss_part_count then whole.cents end as lost_amount_cents
from summed
join whole using (entity_type, entity_id, view, period, period_start)
where summed.breakdown is not null
