-- one row per opportunity and span of time in one state
create or replace table opportunity_version as
with change as (
  select
    history.source,
    history.opportunity_id,
    history.history_id,
    history.changed_at,
    history.stage,
    history.amount_minor,
    history.currency,
    history.probability_rate,
    history.forecast_category,
    history.close_date,
    -- the same row may come in several drops: its first telling counts
    row_number() over told as version,
    lead(history.changed_at, 1, timestamp '9999-12-31 00:00:00') over told as valid_to
  from {{opportunity_history}} as history
  anti join repeated_history as repeated
    on repeated.source = history.source and repeated.row_order = history.row_order
  where history.reject_reason is null
  window told as (
    partition by history.source, history.opportunity_id
    order by history.changed_at, history.history_id
  )
)
select
  change.opportunity_id,
  change.version,
  change.changed_at as valid_from,
  change.valid_to,
  coalesce(change.stage, opportunity.stage) as stage,
  coalesce(stage.status, opportunity.status) as status,
  company_cents(change.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents,
  change.close_date,
  change.probability_rate,
  change.forecast_category
from change
cross join setting
join opportunity
  on opportunity.source = change.source and opportunity.opportunity_id = change.opportunity_id
left join stage on stage.source = change.source and stage.stage = change.stage
-- at one rate all versions of a deal compare with each other and with the deal as it is
left join currency_rate as rate
  on rate.currency = change.currency
  and rate.valid_from <= opportunity.rate_date and rate.valid_to > opportunity.rate_date
