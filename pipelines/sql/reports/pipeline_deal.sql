-- one row per opportunity of a list: what a reader knows it by, and the export row that told of it last
with told as (
  select opportunity_id, name, account_id, stage, segment, territory_id, source_file_id, source_line
  from opportunity
  union all
  select opportunity_id, name, account_id, stage, segment, territory_id, source_file_id, source_line
  from removed_opportunity
)
select
  told.opportunity_id,
  told.name,
  account.name as account,
  told.stage,
  told.segment,
  told.territory_id,
  source_file.path as file,
  told.source_line as line
from told
left join account on account.account_id = told.account_id
left join source_file on source_file.file_id = told.source_file_id
where told.opportunity_id in (select unnest($ids::varchar[]))
order by told.opportunity_id
