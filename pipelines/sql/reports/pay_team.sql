-- one row per team and fiscal year with pay: how many people, what they were paid and what their deals brought
with
paid as (
  select
    fiscal_period.label,
    fiscal_period.period_start,
    statement.rep_id,
    sum(paid_cents)::bigint as paid_cents
  from pay_statement as statement
  join fiscal_period
    on fiscal_period.period = 'year'
    and statement.period_start between fiscal_period.period_start and fiscal_period.period_end
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
  paid.label,
  paid.period_start,
  case when rep.team_id = 'unassigned' then 'No team' else rep.team_id end as team,
  count(*) as people,
  sum(paid_cents)::bigint as paid_cents,
  coalesce(sum(bookings_cents), 0)::bigint as bookings_cents
from paid
join rep using (rep_id)
left join booked using (rep_id, period_start)
group by all
order by paid.period_start desc, team
