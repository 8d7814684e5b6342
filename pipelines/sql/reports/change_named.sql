-- one row per deal that changed a forecast: what a reader knows it by, as it is now, and the export row that told of it last
with told as (
  select
    opportunity_id, name, account_id, rep_id, stage, bookings_cents, close_date, source_file_id,
    source_line
  from opportunity
  union all
  select
    opportunity_id, name, account_id, rep_id, stage, null, null, source_file_id, source_line
  from removed_opportunity
)
select
  told.opportunity_id,
  told.name,
  account.name as account,
  coalesce(rep.rep_id, 'unassigned') as rep_id,
  rep.name as owner,
  told.stage,
  told.bookings_cents,
  told.close_date,
  source_file.path as file,
  told.source_line as line
from told
left join account on account.account_id = told.account_id
left join rep on rep.rep_id = told.rep_id
left join source_file on source_file.file_id = told.source_file_id
where told.opportunity_id in (select opportunity_id from forecast_change_deal)
order by told.opportunity_id
