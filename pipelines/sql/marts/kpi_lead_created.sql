-- one row per lead created by the as-of date: whether it was converted by then, and won
create or replace table kpi_lead_created as
select
  lead_id,
  null::varchar as opportunity_id,
  coalesce(lead.rep_id, 'unassigned') as rep_id,
  null::varchar as segment,
  held.territory_id,
  lead.created_date as happened_on,
  lead.lead_source,
  lead.campaign_id,
  coalesce(lead.is_converted and coalesce(lead.converted_date, as_of) <= as_of, false) as is_converted,
  coalesce(deal.status = 'won' and deal.close_date <= as_of, false) as is_won,
  -- a lead converted before it was created has no length
  case when lead.is_converted and lead.converted_date between lead.created_date and as_of then
    lead.converted_date - lead.created_date
  end as conversion_days,
  case when deal.status = 'won' and deal.close_date between lead.created_date and as_of then
    deal.close_date - lead.created_date
  end as won_days
from lead
cross join run
left join kpi_deal as deal on deal.opportunity_id = lead.opportunity_id
left join territory_assignment as held
  on held.account_id = lead.account_id
  and held.valid_from <= lead.created_date and held.valid_to > lead.created_date
where lead.created_date <= as_of
