-- one row per opportunity that drops told of and that is no more: as the last readable row that had it says
create or replace table removed_opportunity as
with last_row as (
  select staged.*
  from {{opportunity}} as staged
  anti join opportunity on opportunity.opportunity_id = staged.opportunity_id
  where staged.reject_reason is null
  qualify row_number() over (
    partition by staged.opportunity_id order by staged.row_order desc
  ) = 1
)
select
  last_row.opportunity_id,
  last_row.source,
  last_row.name,
  coalesce(account_alias.account_id, last_row.account_id) as account_id,
  coalesce(stage.stage, last_row.stage) as stage,
  coalesce(last_row.segment, account.segment) as segment,
  last_row.drop_date as known_on,
  last_row.file_id as source_file_id,
  last_row.line as source_line
from last_row
left join stage_alias
  on stage_alias.source = last_row.source and stage_alias.written = last_row.stage
left join stage on stage.source = last_row.source and stage.stage = stage_alias.stage
left join account_alias
  on account_alias.source = last_row.source and account_alias.alias = last_row.account_id
left join account on account.account_id = coalesce(account_alias.account_id, last_row.account_id)
