-- one row per subscription that runs on the last day of a fiscal period, or the as-of date, and entity it counts for
create or replace temp view trace_part as
with ending as (
  select period, period_start, least(period_end, as_of) as closes_on
  from kpi_period
  cross join run
  where period_start <= as_of
),
running as (
  select ending.*, subscription.*
  from ending
  join subscription
    on start_date <= closes_on and coalesce(end_date, date '9999-12-31') >= closes_on
  -- an account that is owed more than it pays has no recurring revenue
  qualify sum(monthly_amount_cents) over (partition by period, period_start, account_id) > 0
)
select
  coalesce(entity_type, 'company') as entity_type,
  coalesce(entity_id, company) as entity_id,
  coalesce(view, 'both') as view,
  case period when 'month' then period_start end as month_start,
  case period when 'quarter' then period_start end as quarter_start,
  case period when 'year' then period_start end as year_start,
  subscription_id as row_id,
  start_date as dated,
  'runs on ' || closes_on as state,
  monthly_amount_cents as mrr_cents,
  12 * monthly_amount_cents as arr_cents
from running
cross join run
left join kpi_account_entity using (account_id)
