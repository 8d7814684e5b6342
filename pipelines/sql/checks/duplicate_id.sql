-- one row per id that stands more than once in one drop, or in one file of the workspace's own
insert into finding
with
-- not held: it is every row of every export, read once for the count and once for the few
told as not materialized (
  select 'account' as object, source, drop_date, account_id as entity_id, file_id, line
  from {{account}}
  where reject_reason is null
  union all
  select 'opportunity', source, drop_date, opportunity_id, file_id, line
  from {{opportunity}}
  where reject_reason is null
  union all
  select 'opportunity_line', source, drop_date, line_id, file_id, line
  from {{opportunity_line}}
  where reject_reason is null
  union all
  select 'opportunity_split', source, drop_date, split_id, file_id, line
  from {{opportunity_split}}
  where reject_reason is null
  union all
  select 'opportunity_team_member', source, drop_date, member_id, file_id, line
  from {{opportunity_team_member}}
  where reject_reason is null
  union all
  select 'contact', source, drop_date, contact_id, file_id, line
  from {{contact}}
  where reject_reason is null
  union all
  select 'activity', source, drop_date, activity_id, file_id, line
  from {{activity}}
  where reject_reason is null
  union all
  select 'campaign', source, drop_date, campaign_id, file_id, line
  from {{campaign}}
  where reject_reason is null
  union all
  select 'lead', source, drop_date, lead_id, file_id, line
  from {{lead}}
  where reject_reason is null
  union all
  select 'invoice', source, drop_date, invoice_id, file_id, line
  from {{invoice}}
  where reject_reason is null
  union all
  select 'payment', source, drop_date, payment_id, file_id, line
  from {{payment}}
  where reject_reason is null
  union all
  select 'subscription', source, drop_date, subscription_id, file_id, line
  from {{subscription}}
  where reject_reason is null
),
repeated as (
  select object, source, drop_date, entity_id, count(*) as rows
  from told
  group by all
  having count(*) > 1
)
select
  'duplicate_id',
  'warn',
  told.object,
  told.entity_id,
  max(file_id),
  max_by(line, (file_id, line)),
  any_value(rows) || ' rows in ' || coalesce('the drop of ' || told.drop_date, 'the file')
    || '; the last one counts'
from told
join repeated
  on repeated.object = told.object
  and repeated.entity_id = told.entity_id
  and repeated.source is not distinct from told.source
  and repeated.drop_date is not distinct from told.drop_date
group by told.object, told.source, told.drop_date, told.entity_id
