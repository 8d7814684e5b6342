-- one row per account, as its latest drop says
create or replace table account as
with first_created as (
  -- a day of creation can't change: where drops differ the first one stands
  select source, account_id, min_by(created_date, row_order) as created_date
  from {{account}}
  where reject_reason is null and created_date is not null
  group by source, account_id
  having min(created_date) <> max(created_date)
)
select
  staged.account_id,
  staged.name,
  staged.segment,
  staged.industry,
  staged.country,
  staged.employees,
  -- exports name no currency for it: read as the company's own
  staged.annual_revenue_minor as annual_revenue_cents,
  staged.parent_id,
  staged.owner_id,
  coalesce(first_created.created_date, staged.created_date) as created_date,
  staged.source,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{latest_account}} as staged
left join first_created
  on first_created.source = staged.source and first_created.account_id = staged.account_id
where not staged.is_deleted
