-- one row per lead, as its latest drop says
create or replace table lead as
with
-- a contact may be its own lead
own_contact as (
  select source, contact_id
  from {{latest_lead}}
  where contact_id = lead_id and is_converted
),
-- its first opportunity is what it was converted to
contacted as (
  select
    linked.source,
    linked.contact_id,
    arg_min(opportunity.opportunity_id, (opportunity.created_date, opportunity.opportunity_id))
      as opportunity_id
  from {{latest_opportunity_contact}} as linked
  semi join own_contact
    on own_contact.source = linked.source and own_contact.contact_id = linked.contact_id
  left join merged_opportunity as merged
    on merged.source = linked.source and merged.opportunity_id = linked.opportunity_id
  join opportunity
    on opportunity.source = linked.source
    and opportunity.opportunity_id = coalesce(merged.merged_into_id, linked.opportunity_id)
  group by linked.source, linked.contact_id
)
select
  staged.lead_id,
  staged.status,
  staged.lead_source,
  staged.campaign_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  coalesce(first_created.created_date, staged.created_date) as created_date,
  staged.converted_date,
  coalesce(merged.merged_into_id, staged.opportunity_id, contacted.opportunity_id) as opportunity_id,
  coalesce(account_alias.account_id, staged.account_id) as account_id,
  staged.is_converted,
  staged.file_id as source_file_id,
  staged.line as source_line
from {{latest_lead}} as staged
left join {{first_created_lead}} as first_created
  on first_created.source = staged.source and first_created.lead_id = staged.lead_id
left join contacted
  on contacted.source = staged.source and contacted.contact_id = staged.lead_id
  and staged.contact_id = staged.lead_id and staged.is_converted
left join merged_opportunity as merged
  on merged.source = staged.source and merged.opportunity_id = staged.opportunity_id
left join account_alias
  on account_alias.source = staged.source and account_alias.alias = staged.account_id
left join rep_alias on rep_alias.alias = staged.owner_id
-- a contact that nobody ever worked as a lead is none
where not staged.is_deleted
  and (staged.contact_id is distinct from staged.lead_id or staged.status is not null)
