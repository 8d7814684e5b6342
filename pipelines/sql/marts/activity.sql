-- one row per call, email, meeting or webinar, as its latest drop says
create or replace table activity as
with repeated as (
  select source, activity_id, max(row_order) as row_order
  from {{activity}}
  where reject_reason is null
  group by source, activity_id
  having count(*) > 1
),
detailed as (
  select staged.*
  from {{activity}} as staged
  join source_setting using (source)
  left join repeated
    on repeated.source = staged.source and repeated.activity_id = staged.activity_id
  where staged.reject_reason is null
    and (source_setting.drops = 'delta' or staged.is_last_drop)
    and (repeated.row_order is null or repeated.row_order = staged.row_order)
),
-- what a file of all kinds tells stands in for what the file of one kind leaves out
whole as (
  select
    detailed.source,
    detailed.activity_id,
    coalesce(detailed.kind_as_written, header.kind_as_written) as kind_as_written,
    detailed.format,
    coalesce(detailed.owner_id, header.owner_id) as owner_id,
    detailed.opportunity_id,
    detailed.account_id,
    coalesce(detailed.activity_date, header.activity_date) as activity_date,
    detailed.duration_minutes,
    detailed.file_id,
    detailed.line
  from detailed
  left join {{latest_activity_header}} as header
    on header.source = detailed.source and header.activity_id = detailed.activity_id
  -- a task still to be done is no activity yet
  where not detailed.is_deleted and detailed.is_done is distinct from false
  union all by name
  select source, activity_id, kind_as_written, owner_id, activity_date, file_id, line
  from {{latest_activity_header}} as header
  anti join detailed
    on detailed.source = header.source and detailed.activity_id = header.activity_id
  where not header.is_deleted
),
-- an activity of several opportunities stands here with one of them; activity_link has all
linked as (
  select told.source, told.activity_id, min(opportunity.opportunity_id) as opportunity_id
  from {{latest_activity_link}} as told
  left join merged_opportunity as merged
    on merged.source = told.source and merged.opportunity_id = told.opportunity_id
  join opportunity
    on opportunity.source = told.source
    and opportunity.opportunity_id = coalesce(merged.merged_into_id, told.opportunity_id)
  group by told.source, told.activity_id
),
held_with as (
  select source, activity_id, min(account_id) as account_id
  from {{latest_activity_account}}
  group by source, activity_id
)
select
  whole.activity_id,
  case
    when kind_as_written like '%call%' then 'call'
    when kind_as_written like '%mail%' then 'email'
    when kind_as_written like '%webinar%' or format like '%webinar%' then 'webinar'
    when kind_as_written like '%meet%' or kind_as_written in ('event', 'demo') then 'meeting'
    else 'other'
  end as kind,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  coalesce(merged.merged_into_id, whole.opportunity_id, linked.opportunity_id) as opportunity_id,
  coalesce(account_alias.account_id, whole.account_id, held_with.account_id) as account_id,
  -- an activity counts where its deal does, without one where its account did on the day
  coalesce(deal.territory_id, held.territory_id) as territory_id,
  whole.activity_date,
  whole.duration_minutes,
  whole.source,
  whole.file_id as source_file_id,
  whole.line as source_line
from whole
left join linked on linked.source = whole.source and linked.activity_id = whole.activity_id
left join held_with
  on held_with.source = whole.source and held_with.activity_id = whole.activity_id
left join account_alias
  on account_alias.source = whole.source
  and account_alias.alias = coalesce(whole.account_id, held_with.account_id)
left join rep_alias on rep_alias.alias = whole.owner_id
left join merged_opportunity as merged
  on merged.source = whole.source and merged.opportunity_id = whole.opportunity_id
left join opportunity as deal
  on deal.opportunity_id
    = coalesce(merged.merged_into_id, whole.opportunity_id, linked.opportunity_id)
left join territory_assignment as held
  on held.account_id = coalesce(account_alias.account_id, whole.account_id, held_with.account_id)
  and held.valid_from <= whole.activity_date and held.valid_to > whole.activity_date
-- what people note for themselves is no contact with a customer
where kind_as_written is distinct from 'task' and kind_as_written is distinct from 'note'
