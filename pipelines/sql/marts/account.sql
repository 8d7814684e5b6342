-- one row per account, as its latest drop says
create or replace table account as
with staged as (
  select *
  from {{account}}
  where reject_reason is null
),
latest as (
  select staged.source, staged.account_id, max(staged.row_order) as row_order
  from staged
  join source_setting using (source)
  where source_setting.drops = 'delta' or staged.drop_date is not distinct from source_setting.last_drop
  group by staged.source, staged.account_id
)
select
  staged.account_id,
  staged.name,
  staged.segment,
  staged.industry,
  staged.country,
  staged.employees,
  staged.annual_revenue_minor as annual_revenue_cents,
  staged.parent_id,
  staged.owner_id,
  staged.created_date,
  staged.source,
  staged.file_id as source_file_id,
  staged.line as source_line
from staged
semi join latest
  on latest.source = staged.source and latest.account_id = staged.account_id
  and latest.row_order = staged.row_order
where not staged.is_deleted
