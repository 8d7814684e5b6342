-- one row per team and fiscal year with pay: how many people, what they earned and what their deals brought
with
earned as (
  select
    fiscal_period.label,
    fiscal_period.period_start,
    earning.rep_id,
    sum(amount_cents)::bigint as earned_cents
  from pay_earning as earning
  join fiscal_period
    on fiscal_period.period = 'year'
    and earned_on between fiscal_period.period_start and fiscal_period.period_end
  group by all
),
booked as (
  select
    fiscal_period.period_start,
    opportunity.rep_id,
    sum(bookings_cents)::bigint as bookings_cents
  from opportunity
  cross join run
  join fiscal_period
    on fiscal_period.period = 'year'
    and close_date between fiscal_period.period_start and fiscal_period.period_end
  where status = 'won' and close_date <= as_of
  group by all
)
select
  earned.label,
  earned.period_start,
  case when rep.team_id = 'unassigned' then 'No team' else rep.team_id end as team,
  count(*) as people,
  sum(earned_cents)::bigint as earned_cents,
  coalesce(sum(bookings_cents), 0)::bigint as bookings_cents
from earned
join rep using (rep_id)
left join booked using (rep_id, period_start)
group by all
order by earned.period_start desc, team
