-- one row per entity, fiscal period and view with recurring revenue: its opening base and what became of it
create or replace table kpi_recurring as
with
begun_period as (
  select
    period,
    period_start,
    period_start - 1 as opens_on,
    least(period_end, as_of) as closes_on,
    months_elapsed
  from kpi_period
  cross join run
  where period_start <= as_of
),
-- a subscription counts on its last day and no longer
balance as (
  select
    period,
    period_start,
    account_id,
    sum(monthly_amount_cents) filter (start_date <= opens_on and last_date >= opens_on)
      as opening_cents,
    sum(monthly_amount_cents) filter (start_date <= closes_on and last_date >= closes_on)
      as closing_cents
  from begun_period
  join (select *, coalesce(end_date, date '9999-12-31') as last_date from subscription)
    on start_date <= closes_on and last_date >= opens_on
  group by all
),
changed as (
  select
    period,
    period_start,
    account_id,
    greatest(opening_cents, 0) as opening_cents,
    greatest(closing_cents, 0) as closing_cents
  from balance
  where opening_cents > 0 or closing_cents > 0
),
-- an account that subscribes and is in no export counts for the company alone
placed as (
  select
    changed.*,
    coalesce(entity_type, 'company') as entity_type,
    coalesce(entity_id, company) as entity_id,
    coalesce(view, 'both') as view
  from changed
  cross join run
  left join kpi_account_entity using (account_id)
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    period_start,
    sum(opening_cents)::bigint as opening_mrr_cents,
    sum(closing_cents)::bigint as mrr_cents,
    sum(least(opening_cents, closing_cents))::bigint as kept_mrr_cents,
    sum(closing_cents) filter (opening_cents > 0) as retained,
    sum(opening_cents) filter (closing_cents = 0) as churned,
    sum(opening_cents - closing_cents) filter (closing_cents > 0 and closing_cents < opening_cents)
      as contracted,
    sum(closing_cents - opening_cents) filter (opening_cents > 0 and closing_cents > opening_cents)
      as expanded,
    sum(closing_cents) filter (opening_cents = 0) as added,
    count(*) filter (opening_cents > 0) as opening_account_count,
    count(*) filter (opening_cents > 0 and closing_cents = 0) as churned_account_count,
    count(*) filter (closing_cents > 0) as recurring_account_count
  from placed
  group by all
)
-- opening + new + expanded - contracted - churned = closing
select
  summed.* exclude (retained, churned, contracted, expanded, added)
    replace (unnest(views_of(view)) as view),
  null::varchar as breakdown,
  coalesce(retained, 0)::bigint as retained_mrr_cents,
  coalesce(churned, 0)::bigint as churned_mrr_cents,
  coalesce(contracted, 0)::bigint as contracted_mrr_cents,
  coalesce(expanded, 0)::bigint as expanded_mrr_cents,
  coalesce(added, 0)::bigint as new_mrr_cents,
  12 * mrr_cents as arr_cents,
  mrr_cents * gross_margin / nullif(recurring_account_count, 0) as account_margin_cents,
  churned_account_count / nullif(opening_account_count, 0) / months_elapsed as churn_a_month
from summed
join begun_period using (period, period_start)
cross join run
