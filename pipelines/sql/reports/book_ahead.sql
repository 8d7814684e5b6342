-- one row per fiscal year with amortisation to come: what it is, if no contract ends before its time, and how many people earned what stands
with
earner as (
  select count(distinct line.rep_id) as people
  from commission_line as line
  join commission_asset as asset using (plan, component, opportunity_id)
  where asset.closing_cents > 0
),
-- the calendar of periods may end before the last asset does
year as (
  select
    month,
    amortised_cents,
    amortisation.currency,
    year(month) + (fiscal_start_month > 1 and month(month) >= fiscal_start_month)::integer as fiscal_year
  from commission_amortisation as amortisation
  cross join setting
)
select
  fiscal_year,
  'FY' || lpad((fiscal_year % 100)::varchar, 2, '0') as label,
  sum(amortised_cents)::bigint as amortised_cents,
  any_value(people) as people
from year
cross join setting
cross join earner
where year.currency = setting.currency
group by fiscal_year
order by fiscal_year
