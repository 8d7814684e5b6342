-- one row per opportunity: what a company's formula may ask of it and of its account
create or replace view own_deal as
select
  opportunity.opportunity_id,
  coalesce(opportunity.rep_id, 'unassigned') as rep_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  deal.territory_id,
  null::varchar as own_product_id,
  opportunity.amount_cents as opportunity__amount_cents,
  opportunity.bookings_cents as opportunity__bookings_cents,
  opportunity.recurring_cents as opportunity__recurring_cents,
  deal.cycle_days as opportunity__cycle_days,
  opportunity.term_months as opportunity__term_months,
  opportunity.probability_rate as opportunity__probability_rate,
  opportunity.status as opportunity__status,
  opportunity.stage as opportunity__stage,
  opportunity.forecast_category as opportunity__forecast_category,
  opportunity.deal_type as opportunity__deal_type,
  opportunity.segment as opportunity__segment,
  opportunity.lead_source as opportunity__lead_source,
  opportunity.loss_reason as opportunity__loss_reason,
  opportunity.competitor as opportunity__competitor,
  opportunity.currency as opportunity__currency,
  opportunity.created_date as opportunity__created_date,
  opportunity.close_date as opportunity__close_date,
  account.segment as account__segment,
  account.industry as account__industry,
  account.country as account__country,
  account.employees as account__employees,
  account.annual_revenue_cents as account__annual_revenue_cents
from opportunity
join kpi_deal as deal on deal.opportunity_id = opportunity.opportunity_id
left join account on account.account_id = opportunity.account_id
