-- one row per cutoff and opportunity that was open at its end: what was known of it then
create or replace table deal_snapshot as
with known_deal as (
  select opportunity_id, account_id, segment, industry, lead_source, deal_type from opportunity
  union all
  select opportunity_id, account_id, segment, industry, lead_source, deal_type
  from removed_opportunity
),
placed as (
  select
    deal_state.*,
    unnest(range(begun.count_before + 1, ended.count_before + 1))::integer as place
  from deal_state
  join cutoff_day as begun on begun.day = deal_state.from_day
  join cutoff_day as ended on ended.day = deal_state.to_day
),
rate_then as (
  select place, currency_rate.currency, per_company_currency, digits, currency_digits
  from deal_cutoff
  join currency_rate
    on currency_rate.valid_from <= deal_cutoff.cutoff
    and currency_rate.valid_to > deal_cutoff.cutoff
  cross join run
),
priced as (
  select
    placed.* exclude (bookings_cents, amount_cents),
    deal_cutoff.cutoff,
    -- versions are converted at the rate of the deal's close date, which nobody knew
    bookings_at(
      bookings_cents, amount_cents, amount_minor, digits, per_company_currency, currency_digits
    ) as bookings_cents
  from placed
  join deal_cutoff on deal_cutoff.place = placed.place
  left join rate_then
    on rate_then.place = placed.place and rate_then.currency = placed.currency
),
-- the latest count by each cutoff; of keys alone, since sorting whole rows takes ten times as long
contacted as (
  select
    placed.opportunity_id,
    placed.place,
    contact.last_activity_date,
    case when contact.place = placed.place then contact.count_recent else 0 end as count_recent
  from (select opportunity_id, place from placed) as placed
  asof join deal_contact as contact
    on contact.opportunity_id = placed.opportunity_id and placed.place >= contact.place
),
-- a type, source or industry as drops had told it by then; most never told another
described as (
  select
    placed.opportunity_id,
    placed.place,
    known_deal.segment,
    known_deal.account_id,
    case when industry_then.account_id is null then known_deal.industry else industry_then.industry end
      as industry,
    case when told_then.opportunity_id is null then known_deal.lead_source else told_then.lead_source end
      as lead_source,
    case when told_then.opportunity_id is null then known_deal.deal_type else told_then.deal_type end
      as deal_type
  from (select opportunity_id, place from placed) as placed
  join deal_cutoff on deal_cutoff.place = placed.place
  join known_deal on known_deal.opportunity_id = placed.opportunity_id
  left join opportunity_attribute as told_then
    on told_then.opportunity_id = placed.opportunity_id
    and told_then.told_from <= deal_cutoff.cutoff and told_then.told_to > deal_cutoff.cutoff
  left join account_industry as industry_then
    on industry_then.account_id = known_deal.account_id
    and industry_then.told_from <= deal_cutoff.cutoff and industry_then.told_to > deal_cutoff.cutoff
),
-- before the first activity on file nobody logged any
logged as (
  select min(activity_date) as since from activity
)
select
  priced.cutoff,
  priced.opportunity_id,
  priced.spell,
  priced.rep_id,
  coalesce(described.segment, 'unassigned') as segment,
  described.industry,
  described.lead_source,
  described.deal_type,
  priced.stage,
  priced.cutoff - priced.stage_since as stage_days,
  priced.cutoff - priced.open_since as age_days,
  priced.bookings_cents,
  deal_size.usual_cents,
  priced.amount_minor::double / nullif(priced.first_minor, 0) - 1 as amount_change_rate,
  priced.count_pushes,
  priced.pushed_days,
  priced.count_pulls,
  priced.close_date,
  priced.close_date - priced.cutoff as days_to_close,
  -- a deal that nobody has touched counts from the day it was created
  case when logged.since <= priced.cutoff
    then priced.cutoff - coalesce(contact.last_activity_date, priced.open_since) end
    as idle_days,
  case when logged.since <= priced.cutoff then coalesce(contact.count_recent, 0) end
    as count_recent_activities,
  priced.probability_rate,
  priced.forecast_category,
  coalesce(rep_record.count_won, 0) as rep_won_count,
  coalesce(rep_record.count_closed, 0) as rep_closed_count,
  coalesce(company_record.count_won, 0) as company_won_count,
  coalesce(company_record.count_closed, 0) as company_closed_count,
  coalesce(account_record.count_won, 0) as account_won_count,
  coalesce(account_record.count_closed, 0) as account_closed_count,
  case
    when account_record.place is null then null
    when coalesce(account_record.last_won >= account_record.last_lost, account_record.last_lost is null) then 'won'
    else 'lost'
  end as account_last_outcome
from priced
-- bookings count on the close date: one that was noted later is booked by then, not open
anti join deal_outcome
  on deal_outcome.opportunity_id = priced.opportunity_id
  and deal_outcome.spell = priced.spell
  and deal_outcome.outcome = 'won'
  and deal_outcome.ended_on <= priced.cutoff
join described
  on described.opportunity_id = priced.opportunity_id and described.place = priced.place
cross join logged
left join deal_size
  on deal_size.place = priced.place
  and deal_size.segment = coalesce(described.segment, 'unassigned')
left join contacted as contact
  on contact.opportunity_id = priced.opportunity_id and contact.place = priced.place
left join deal_record as rep_record
  on rep_record.entity_type = 'rep' and rep_record.entity_id = priced.rep_id
  and rep_record.deal_type = coalesce(described.deal_type, 'unassigned')
  and rep_record.place = priced.place
left join deal_record as account_record
  on account_record.entity_type = 'account' and account_record.entity_id = described.account_id
  and account_record.place = priced.place
left join deal_record as company_record
  on company_record.entity_type = 'company'
  and company_record.deal_type = coalesce(described.deal_type, 'unassigned')
  and company_record.place = priced.place
