-- one row per account, as its latest drop says
create or replace table account as
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
  staged.created_date,
  staged.source,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{latest_account}} as staged
where not staged.is_deleted
