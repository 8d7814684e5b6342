-- one row per file and optional column with values that couldn't be read, and count as none
insert into finding
with told as (
  select 'account' as object, file_id, line, unread from {{account}} where unread is not null
  union all
  select 'contact', file_id, line, unread from {{contact}} where unread is not null
  union all
  select 'opportunity', file_id, line, unread from {{opportunity}} where unread is not null
  union all
  select 'opportunity_history', file_id, line, unread from {{opportunity_history}} where unread is not null
  union all
  select 'opportunity_field_history', file_id, line, unread from {{opportunity_field_history}} where unread is not null
  union all
  select 'pipeline', file_id, line, unread from {{pipeline}} where unread is not null
  union all
  select 'pipeline_stage', file_id, line, unread from {{pipeline_stage}} where unread is not null
  union all
  select 'campaign', file_id, line, unread from {{campaign}} where unread is not null
  union all
  select 'campaign_member', file_id, line, unread from {{campaign_member}} where unread is not null
  union all
  select 'lead', file_id, line, unread from {{lead}} where unread is not null
  union all
  select 'activity', file_id, line, unread from {{activity}} where unread is not null
  union all
  select 'crm_period', file_id, line, unread from {{crm_period}} where unread is not null
  union all
  select 'forecast_item', file_id, line, unread from {{forecast_item}} where unread is not null
  union all
  select 'roster', file_id, line, unread from {{roster}} where unread is not null
  union all
  select 'survey', file_id, line, unread from {{survey}} where unread is not null
  union all
  select 'training', file_id, line, unread from {{training}} where unread is not null
),
counted as (
  select object, file_id, unnest(string_split(unread, ', ')) as column_name, line
  from told
)
select
  'unparsable_value', 'warn', object, column_name, file_id, min(line),
  count(*) || ' rows have a value that is no ' || case
    when column_name in ('created', 'converted', 'last_activity', 'start', 'end', 'responded', 'modified') then 'date'
    when column_name = 'new_value' then 'number or date, as its field demands'
    else 'number'
  end || '; counted as none'
from counted
group by object, file_id, column_name
