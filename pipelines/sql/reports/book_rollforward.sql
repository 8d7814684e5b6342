-- one row per fiscal period and type of deal, and for all of them: the roll-forward in the company's currency, and how many people earned of it
with
-- what is shared out over deals is of those that it is shared out over
told as (
  select
    least(line.earned_on, run.as_of) as earned_on,
    coalesce(contract.deal_type, 'none') as deal_type,
    line.rep_id
  from commission_line as line
  cross join run
  left join commission_contract as contract using (opportunity_id)
  where cause not in ('hold', 'release', 'draw', 'carried', 'recovered') and amount_cents <> 0
    and (opportunity_id is not null or component is null)
  union all
  select period_start, 'none', rep_id
  from commission_statement
  where topped_up_cents <> 0
),
earner as (
  select distinct fiscal_period.period, fiscal_period.period_start, deal_type, rep_id
  from told
  join fiscal_period
    on told.earned_on between fiscal_period.period_start and fiscal_period.period_end
),
counted as (
  select
    period,
    period_start,
    coalesce(deal_type, 'all') as deal_type,
    count(distinct rep_id) as people
  from earner
  group by grouping sets ((period, period_start), (period, period_start, deal_type))
),
rolled as (
  select
    period,
    period_start,
    coalesce(deal_type, 'all') as deal_type,
    sum(opening_cents)::bigint as opening_cents,
    sum(capitalised_cents)::bigint as capitalised_cents,
    sum(amortised_cents)::bigint as amortised_cents,
    sum(impaired_cents)::bigint as impaired_cents,
    sum(closing_cents)::bigint as closing_cents,
    sum(expensed_cents)::bigint as expensed_cents
  from commission_rollforward as rollforward
  cross join setting
  where rollforward.currency = setting.currency
  group by grouping sets ((period, period_start), (period, period_start, deal_type))
)
select
  rolled.*,
  fiscal_period.label,
  fiscal_period.is_complete,
  coalesce(counted.people, 0) as people
from rolled
join fiscal_period using (period, period_start)
left join counted using (period, period_start, deal_type)
order by period, deal_type, period_start
