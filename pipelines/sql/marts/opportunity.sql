-- one row per opportunity, as its latest readable row says
create or replace table opportunity as
with current_row as (
  select
    staged.* replace (
      coalesce(first_created.created_date, staged.created_date) as created_date,
      coalesce(stage.stage, staged.stage) as stage,
      coalesce(account_alias.account_id, linked.account_id, staged.account_id) as account_id
    ),
    -- the CRM's own flags say what is won; the company's stages say it where there are none
    case
      when staged.is_won then 'won'
      when staged.is_closed then 'lost'
      when staged.is_closed = false then 'open'
      else stage.status
    end as status,
    coalesce(staged.probability_rate, stage.probability_rate) as stage_probability_rate
  from {{latest_opportunity}} as staged
  left join stage_alias
    on stage_alias.source = staged.source and stage_alias.written = staged.stage
  left join stage on stage.source = staged.source and stage.stage = stage_alias.stage
  left join {{first_created_opportunity}} as first_created
    on first_created.source = staged.source and first_created.opportunity_id = staged.opportunity_id
  left join opportunity_account as linked
    on linked.source = staged.source and linked.opportunity_id = staged.opportunity_id
  left join account_alias
    on account_alias.source = staged.source and account_alias.alias = staged.account_id
  anti join merged_opportunity as merged
    on merged.source = staged.source and merged.opportunity_id = staged.opportunity_id
  where not staged.is_deleted
),
rated as (
  select
    current_row.*,
    -- the day whose rate converts a deal, its lines and its versions: for an open one the as-of
    case when status = 'open' then as_of else coalesce(close_date, as_of) end as rate_date
  from current_row
  cross join setting
),
converted as (
  select
    rated.*,
    company_cents(amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as amount_cents,
    company_cents(recurring_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as recurring_cents,
    company_cents(annual_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as annual_cents,
    setting.bookings_measure
  from rated
  cross join setting
  left join currency_rate as rate
    on rate.currency = rated.currency
    and rate.valid_from <= rated.rate_date and rate.valid_to > rated.rate_date
)
select
  converted.opportunity_id,
  converted.source,
  converted.name,
  converted.account_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  converted.owner_id,
  converted.stage,
  converted.status,
  converted.forecast_category,
  converted.stage_probability_rate as probability_rate,
  converted.deal_type_as_written,
  read_deal_type(converted.deal_type_as_written) as deal_type,
  coalesce(converted.segment, account.segment) as segment,
  account.industry,
  coalesce(converted.territory_id, held.territory_id) as territory_id,
  converted.lead_source,
  converted.campaign_id,
  converted.loss_reason,
  converted.competitor,
  converted.next_step,
  converted.product_id,
  converted.currency,
  converted.rate_date,
  converted.amount_minor,
  converted.amount_cents,
  converted.recurring_cents,
  case converted.bookings_measure
    when 'amount' then converted.amount_cents
    when 'annual' then converted.annual_cents
    else converted.recurring_cents
  end as bookings_cents,
  converted.term_months,
  converted.created_date,
  converted.close_date,
  case when converted.status <> 'open' then converted.close_date - converted.created_date end as cycle_days,
  converted.last_activity_date,
  converted.drop_date as known_on,
  converted.file_id as source_file_id,
  converted.line as source_line
from converted
left join rep_alias on rep_alias.alias = converted.owner_id
left join account on account.account_id = converted.account_id
-- the account's territory of the day a deal closed, of an open one today's
left join territory_assignment as held
  on held.account_id = converted.account_id
  and held.valid_from <= converted.rate_date and held.valid_to > converted.rate_date
