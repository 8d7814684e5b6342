-- one row per opportunity and span of time in one state, with the drop that first told it
create or replace table opportunity_version as
with priced as (
  select
    told.*,
    company_cents(told.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as amount_cents,
    company_cents(told.recurring_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as recurring_cents,
    company_cents(told.annual_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as annual_cents,
    setting.bookings_measure
  from kept_version as told
  cross join setting
  left join opportunity
    on opportunity.source = told.source and opportunity.opportunity_id = told.opportunity_id
  -- at one rate all versions of a deal compare with each other and with the deal as it is
  left join currency_rate as rate
    on rate.currency = told.currency
    and rate.valid_from <= coalesce(opportunity.rate_date, setting.as_of)
    and rate.valid_to > coalesce(opportunity.rate_date, setting.as_of)
)
select
  priced.source,
  priced.opportunity_id,
  priced.place as version,
  priced.valid_from,
  priced.valid_to,
  priced.known_from,
  priced.basis,
  priced.stage,
  priced.status,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  priced.amount_minor,
  priced.currency,
  priced.amount_cents,
  case priced.bookings_measure
    when 'amount' then priced.amount_cents
    when 'annual' then priced.annual_cents
    else priced.recurring_cents
  end as bookings_cents,
  priced.close_date,
  priced.probability_rate,
  priced.forecast_category
from priced
left join rep_alias on rep_alias.alias = priced.owner_id
