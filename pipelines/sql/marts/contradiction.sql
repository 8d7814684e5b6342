-- one row per fact that can't change but is told in two ways: the first telling, which stands, and the first other one
create or replace table contradiction as
with created as (
  select 'opportunity' as object, source, opportunity_id as entity_id, created_date, row_order,
    file_id, line, drop_date
  from {{opportunity}}
  semi join {{first_created_opportunity}} using (source, opportunity_id)
  where reject_reason is null and created_date is not null
  union all
  select 'account', source, account_id, created_date, row_order, file_id, line, drop_date
  from {{account}}
  semi join {{first_created_account}} using (source, account_id)
  where reject_reason is null and created_date is not null
  union all
  select 'lead', source, lead_id, created_date, row_order, file_id, line, drop_date
  from {{lead}}
  semi join {{first_created_lead}} using (source, lead_id)
  where reject_reason is null and created_date is not null
),
repeated as (
  select 'opportunity_history' as object, history.source, history.history_id as entity_id,
    concat_ws(' ', opportunity_id, changed_at, stage, amount_minor, close_date) as told,
    history.row_order, file_id, line, drop_date
  from {{opportunity_history}} as history
  semi join repeated_history using (source, history_id)
  where reject_reason is null
),
told as (
  select object, source, entity_id, 'created ' || created_date as told, row_order, file_id, line, drop_date
  from created
  union all
  from repeated
),
first_told as (
  select
    object,
    source,
    entity_id,
    min_by(told, row_order) as told,
    min_by(drop_date, row_order) as drop_date,
    min_by(file_id, row_order) as file_id,
    min_by(line, row_order) as line
  from told
  group by object, source, entity_id
)
select
  told.object,
  told.source,
  told.entity_id,
  first_told.told as stands,
  first_told.drop_date as stands_drop_date,
  first_told.file_id as stands_file_id,
  first_told.line as stands_line,
  min_by(told.told, told.row_order) as other,
  min_by(told.drop_date, told.row_order) as other_drop_date,
  min_by(told.file_id, told.row_order) as other_file_id,
  min_by(told.line, told.row_order) as other_line
from told
join first_told using (object, source, entity_id)
where told.told <> first_told.told
group by
  told.object, told.source, told.entity_id,
  first_told.told, first_told.drop_date, first_told.file_id, first_told.line
