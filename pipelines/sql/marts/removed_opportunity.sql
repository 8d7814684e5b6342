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
),
resolved as (
  select
    last_row.* replace (
      coalesce(stage.stage, last_row.stage) as stage,
      coalesce(account_alias.account_id, linked.account_id, last_row.account_id) as account_id
    )
  from last_row
  left join stage_alias
    on stage_alias.source = last_row.source and stage_alias.written = last_row.stage
  left join stage on stage.source = last_row.source and stage.stage = stage_alias.stage
  left join opportunity_account as linked
    on linked.source = last_row.source and linked.opportunity_id = last_row.opportunity_id
  left join account_alias
    on account_alias.source = last_row.source and account_alias.alias = last_row.account_id
)
select
  resolved.opportunity_id,
  resolved.source,
  resolved.name,
  resolved.account_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  resolved.stage,
  coalesce(resolved.segment, account.segment) as segment,
  account.industry,
  read_deal_type(resolved.deal_type_as_written) as deal_type,
  resolved.lead_source,
  coalesce(resolved.territory_id, held.territory_id) as territory_id,
  resolved.drop_date as known_on,
  resolved.file_id as source_file_id,
  resolved.line as source_line
from resolved
left join rep_alias on rep_alias.alias = resolved.owner_id
left join account on account.account_id = resolved.account_id
-- the account's territory of the day when the deal was last told
left join territory_assignment as held
  on held.account_id = resolved.account_id
  and held.valid_from <= resolved.drop_date and held.valid_to > resolved.drop_date
