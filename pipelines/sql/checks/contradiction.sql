-- one row per fact that can't change but is told in two ways; the first telling stands
insert into finding
with created as (
  select 'opportunity' as object, source, opportunity_id as entity_id, created_date, row_order,
    file_id, line, drop_date
  from {{opportunity}}
  where reject_reason is null and created_date is not null
  union all
  select 'account', source, account_id, created_date, row_order, file_id, line, drop_date
  from {{account}}
  where reject_reason is null and created_date is not null
  union all
  select 'lead', source, lead_id, created_date, row_order, file_id, line, drop_date
  from {{lead}}
  where reject_reason is null and created_date is not null
),
moved as (
  select object, source, entity_id
  from created
  group by object, source, entity_id
  having min(created_date) <> max(created_date)
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
  semi join moved using (object, source, entity_id)
  union all
  from repeated
),
first_told as (
  select object, source, entity_id, min_by(told, row_order) as told, min_by(drop_date, row_order) as drop_date
  from told
  group by object, source, entity_id
)
select
  'contradiction', 'warn', told.object, told.entity_id,
  min_by(told.file_id, told.row_order), min_by(told.line, told.row_order),
  'here ' || min_by(told.told, told.row_order) || ', but the drop of ' || first_told.drop_date
    || ' told ' || first_told.told || ' first: that stands'
from told
join first_told using (object, source, entity_id)
where told.told <> first_told.told
group by told.object, told.source, told.entity_id, first_told.told, first_told.drop_date
