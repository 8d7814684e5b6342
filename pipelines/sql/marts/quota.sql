-- one row per entity, measure and period: the quota as last recorded by the as-of
create or replace table quota as
with recorded as (
  select
    staged.*,
    fiscal_period.period,
    fiscal_period.period_start,
    row_number() over (
      partition by staged.entity_type, staged.entity_id, staged.measure, staged.period_label
      order by
        coalesce(staged.recorded_on, date '0001-01-01') desc,
        coalesce(staged.effective_from, date '0001-01-01') desc,
        staged.row_order desc
    ) as place
  from {{quota}} as staged
  join fiscal_period on fiscal_period.label = staged.period_label
  where staged.reject_reason is null
    and coalesce(staged.recorded_on, date '0001-01-01') <= (select as_of from setting)
)
select
  recorded.entity_type,
  recorded.entity_id,
  recorded.measure,
  recorded.period,
  recorded.period_start,
  company_cents(recorded.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as quota_cents,
  recorded.effective_from,
  recorded.recorded_on,
  recorded.reason,
  recorded.file_id as source_file_id,
  recorded.line as source_line
from recorded
cross join setting
left join currency_rate as rate
  on rate.currency = recorded.currency
  and rate.valid_from <= recorded.period_start and rate.valid_to > recorded.period_start
where recorded.place = 1
