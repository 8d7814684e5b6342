-- one row per active rep who gets a quota: the place, this year's quota, on-target earnings and service when the planned year begins
create or replace table quota_input_seller as
with
carrier as (
  select distinct rep_id from quota_input_rep where is_active
),
year as (
  select any_value(year_start) as year_start from quota_input_target
),
this_year as (
  select period_start from fiscal_period where period = 'year' and is_current
)
select
  rep.rep_id,
  rep.name,
  coalesce(rep.role, '') as role,
  rep.team_id,
  rep.region_id,
  case when rep.hired_on is not null then datediff('month', rep.hired_on, year.year_start) end::integer
    as service_months,
  kpi_quota.quota_cents as prior_quota_cents,
  rep.on_target_earnings_cents
from carrier
join rep using (rep_id)
cross join year
cross join this_year
left join kpi_quota
  on kpi_quota.entity_type = 'rep'
  and kpi_quota.entity_id = rep.rep_id
  and kpi_quota.period = 'year'
  and kpi_quota.period_start = this_year.period_start
order by rep.rep_id
