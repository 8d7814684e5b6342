-- one row per rep who carries or carried a quota: what a quota should be neither harder nor easier for
create or replace table quota_trait as
with
current_territory as (
  select quota_territory.rep_id, quota_territory.potential_cents
  from quota_territory
  join quota_origin using (origin)
  where is_current
),
carrier as (
  select distinct rep_id, coalesce(role, '') as role from quota_input_rep
),
usual as (
  select role, avg(potential_cents) as potential_cents
  from current_territory
  join carrier using (rep_id)
  group by role
)
select
  carrier.rep_id,
  -- 1 is the average territory of the role
  current_territory.potential_cents / nullif(usual.potential_cents, 0) as potential_index,
  datediff('day', rep.hired_on, coalesce(rep.left_on, run.as_of)) / 365.25 as tenure_years,
  rep.region_id,
  rep.team_id,
  rep.manager_id
from carrier
join rep using (rep_id)
cross join run
left join current_territory using (rep_id)
left join usual on usual.role = carrier.role
order by carrier.rep_id
