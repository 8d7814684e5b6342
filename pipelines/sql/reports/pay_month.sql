-- one row per month from the first to the last with pay: what was earned and paid, and what is held at its end
with
line as (
  select
    date_trunc('month', earned_on)::date as period_start,
    rep_id,
    cause,
    amount_cents
  from pay_line
),
month as (
  select
    period_start,
    count(distinct rep_id) as people,
    -- with draws: beside paid and accrued they would tell what a few people drew
    sum(amount_cents) filter (cause not in ('hold', 'release'))::bigint as earned_cents,
    sum(amount_cents)::bigint as paid_cents,
    coalesce(-sum(amount_cents) filter (cause in ('hold', 'release')), 0)::bigint as held_cents
  from line
  group by period_start
)
select
  period_start,
  people,
  coalesce(earned_cents, 0) as earned_cents,
  paid_cents,
  -- earned and not yet due
  sum(held_cents) over (order by period_start)::bigint as accrued_cents
from month
order by period_start
