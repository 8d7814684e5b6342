-- one row per forecast that the CRM kept for a person, period and category, as each drop told it
create or replace table crm_call as
with told as (
  select *
  from {{forecast_item}}
  where reject_reason is null
  qualify row_number() over (partition by source, item_id, drop_date order by row_order desc) = 1
),
named as (
  select
    source,
    period_id,
    arg_max(lower(kind), row_order) as kind,
    arg_max(start_date, row_order) as start_date
  from {{crm_period}}
  where reject_reason is null
  group by source, period_id
)
select
  told.source,
  told.item_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  named.kind as period,
  coalesce(named.start_date, told.start_date) as period_start,
  told.category,
  told.roll_up,
  told.forecast_type,
  told.product_family,
  told.territory_id,
  company_cents(told.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents,
  company_cents(
    told.amount_without_adjustments_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as unadjusted_cents,
  company_cents(
    told.amount_without_manager_adjustment_minor, rate.digits, rate.per_company_currency,
    setting.currency_digits
  ) as without_manager_cents,
  company_cents(
    told.owner_only_amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits
  ) as owner_only_cents,
  told.is_up_to_date,
  told.drop_date as known_from,
  told.file_id as source_file_id,
  told.line as source_line
from told
cross join setting
left join named on named.source = told.source and named.period_id = told.period_id
left join rep_alias on rep_alias.alias = told.owner_id
left join currency_rate as rate
  on rate.currency = told.currency
  and rate.valid_from <= told.drop_date and rate.valid_to > told.drop_date
