-- one row per figure of the books that doesn't agree: a period that doesn't roll forward, or books that tell another total than pay does
with
movement as (
  select
    currency,
    month,
    sum(capitalised_cents + expensed_cents)::bigint as cost_cents,
    sum(capitalised_cents)::bigint as capitalised_cents,
    sum(amortised_cents)::bigint as amortised_cents,
    sum(impaired_cents)::bigint as impaired_cents
  from commission_asset_month
  group by all
),
rolled as (
  select
    currency,
    period_start as month,
    sum(capitalised_cents)::bigint as capitalised_cents,
    sum(amortised_cents)::bigint as amortised_cents,
    sum(impaired_cents)::bigint as impaired_cents
  from commission_rollforward
  where period = 'month'
  group by all
),
broken_period as (
  select period || ' of ' || period_start || ', ' || deal_type || ', doesn''t roll forward' as problem
  from (
    select
      *,
      coalesce(
        lag(closing_cents) over (partition by period, deal_type, currency order by period_start), 0
      ) as before_cents
    from commission_rollforward
  )
  where opening_cents <> before_cents
    or opening_cents + capitalised_cents - amortised_cents - impaired_cents <> closing_cents
),
broken_accrual as (
  select period || ' of ' || period_start || ': the accrual doesn''t roll forward' as problem
  from commission_accrual
  where opening_cents + earned_cents + guaranteed_cents - settled_cents <> closing_cents
    or advance_opening_cents + advanced_cents - recovered_cents <> advance_closing_cents
    or settled_cents + advanced_cents - recovered_cents <> paid_cents
),
other_month as (
  select month || ': the roll-forward tells other movements than the assets' as problem
  from movement
  full join rolled using (currency, month)
  where coalesce(movement.capitalised_cents, 0) <> coalesce(rolled.capitalised_cents, 0)
    or coalesce(movement.amortised_cents, 0) <> coalesce(rolled.amortised_cents, 0)
    or coalesce(movement.impaired_cents, 0) <> coalesce(rolled.impaired_cents, 0)
),
other_cost as (
  select period_start || ': what is capitalised and expensed isn''t what was earned' as problem
  from commission_accrual as accrual
  left join movement
    on movement.month = accrual.period_start and movement.currency = accrual.currency
  where period = 'month' and earned_cents + guaranteed_cents <> coalesce(cost_cents, 0)
),
earned as (
  select currency, sum(amount_cents)::bigint as earned_cents
  from commission_line
  where cause not in ('hold', 'release', 'draw', 'carried', 'recovered')
  group by currency
),
accrued as (
  select currency, sum(earned_cents)::bigint as earned_cents
  from commission_accrual
  where period = 'month'
  group by currency
),
other_pay as (
  select 'accruals in ' || currency || ' tell another sum than lines of pay' as problem
  from earned
  full join accrued using (currency)
  where coalesce(accrued.earned_cents, 0) <> coalesce(earned.earned_cents, 0)
),
other_asset as (
  select asset.plan || ', ' || asset.opportunity_id || ': the asset is no sum of its months' as problem
  from commission_asset as asset
  left join commission_asset_month as movement using (plan, component, opportunity_id)
  group by asset.plan, asset.component, asset.opportunity_id, asset.closing_cents
  having asset.closing_cents <> coalesce(
    sum(movement.capitalised_cents - movement.amortised_cents - movement.impaired_cents), 0
  )
)
select problem from broken_period
union all
select problem from broken_accrual
union all
select problem from other_month
union all
select problem from other_cost
union all
select problem from other_pay
union all
select problem from other_asset
order by problem
