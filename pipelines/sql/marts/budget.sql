-- one row per period, category, team and kind: the budget as last recorded by the as-of
create or replace table budget as
with recorded as (
  select
    staged.*,
    fiscal_period.period,
    fiscal_period.period_start,
    row_number() over (
      partition by staged.period_label, staged.category, staged.team, staged.kind
      order by coalesce(staged.recorded_on, date '0001-01-01') desc, staged.row_order desc
    ) as place
  from {{budget}} as staged
  join fiscal_period on fiscal_period.label = staged.period_label
  where staged.reject_reason is null
    and coalesce(staged.recorded_on, date '0001-01-01') <= (select as_of from setting)
)
select
  recorded.period,
  recorded.period_start,
  recorded.category,
  recorded.team as team_id,
  company_cents(recorded.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
    as amount_cents,
  recorded.kind
from recorded
cross join setting
left join currency_rate as rate
  on rate.currency = recorded.currency
  and rate.valid_from <= recorded.period_start and rate.valid_to > recorded.period_start
where recorded.place = 1
