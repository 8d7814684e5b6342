-- one row per opportunity that is due and drop that tells its state, or leaves it out
create or replace temp table told_drop as
with due as (
  select staged.*, source_setting.drops
  from {{opportunity}} as staged
  semi join version_due using (source, opportunity_id)
  join source_setting using (source)
  where staged.reject_reason is null
),
-- an id that stands twice in a drop counts as its last row says
stated as (
  select *
  from due
  qualify row_number() over (
    partition by source, opportunity_id, drop_date order by row_order desc
  ) = 1
),
-- a day of creation can't change: the first one that was told stands
first_created as (
  select source, opportunity_id, min_by(created_date, row_order) as created_date
  from {{opportunity}}
  semi join version_due using (source, opportunity_id)
  where reject_reason is null
  group by source, opportunity_id
),
followed as (
  select
    stated.*,
    lead(stated.drop_date) over tellings as next_telling
  from stated
  window tellings as (partition by source, opportunity_id order by drop_date)
),
dated as (
  select
    followed.* replace (
      coalesce(stage.stage, followed.stage) as stage,
      first_created.created_date as created_date
    ),
    case
      when is_deleted or merged_drop.drop_date <= followed.drop_date then 'deleted'
      when is_won then 'won'
      when is_closed then 'lost'
      when is_closed = false then 'open'
      else stage.status
    end as status,
    merged_drop.drop_date as merged_on,
    drop_moment.previous_drop,
    drop_moment.next_drop,
    drop_moment.written_at
  from followed
  join drop_moment using (source, drop_date)
  join first_created
    on first_created.source = followed.source
    and first_created.opportunity_id = followed.opportunity_id
  left join merged_drop
    on merged_drop.source = followed.source and merged_drop.opportunity_id = followed.opportunity_id
  left join stage_alias
    on stage_alias.source = followed.source and stage_alias.written = followed.stage
  left join stage on stage.source = followed.source and stage.stage = stage_alias.stage
)
select
  source,
  opportunity_id,
  drop_date,
  row_order,
  created_date,
  previous_drop,
  written_at,
  -- a clock in another zone may say a later day than that of the drop
  case when modified_at is not null and coalesce(merged_on > drop_date, true)
    then least(modified_at, drop_date + interval 1 day - interval 1 microsecond) end as modified_at,
  stage,
  status,
  amount_minor,
  recurring_minor,
  annual_minor,
  currency,
  close_date,
  probability_rate,
  forecast_category,
  owner_id,
  false as is_left_out
from dated
union all by name
select
  source,
  opportunity_id,
  next_drop as drop_date,
  row_order,
  created_date,
  next_drop::timestamp as written_at,
  stage,
  'deleted' as status,
  amount_minor,
  recurring_minor,
  annual_minor,
  currency,
  close_date,
  probability_rate,
  forecast_category,
  owner_id,
  true as is_left_out
from dated
where drops = 'full' and next_drop is not null and next_telling is distinct from next_drop
union all by name
-- a deal that was merged into another ends with the drop that first tells it
select
  dated.source,
  dated.opportunity_id,
  dated.merged_on as drop_date,
  dated.row_order,
  dated.created_date,
  coalesce(drop_moment.written_at, dated.merged_on::timestamp) as written_at,
  dated.stage,
  'deleted' as status,
  dated.amount_minor,
  dated.recurring_minor,
  dated.annual_minor,
  dated.currency,
  dated.close_date,
  dated.probability_rate,
  dated.forecast_category,
  dated.owner_id,
  true as is_left_out
from dated
left join drop_moment
  on drop_moment.source = dated.source and drop_moment.drop_date = dated.merged_on
where dated.drop_date < dated.merged_on and coalesce(dated.next_telling > dated.merged_on, true)
