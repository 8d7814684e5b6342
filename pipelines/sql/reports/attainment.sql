-- one row per rep and fiscal year up to the current one: attainment of the year's quota, complete or to date
select
  kpi.entity_id as rep_id,
  coalesce(rep.name, kpi.entity_id) as rep,
  rep.team_id,
  rep.region_id,
  coalesce(not rep.is_active, false) as has_left,
  case when rep.left_on <= fiscal_period.period_end then rep.left_on end as left_on,
  -- who came or left in the year has quotas in some of its quarters; a year's quota alone is taken as whole
  (
    select count(*)
    from kpi_quota
    where entity_type = 'rep' and entity_id = kpi.entity_id
      and period = 'quarter' and quota_cents > 0
      and period_start between fiscal_period.period_start and fiscal_period.period_end
  ) not in (0, 4) as is_part_year,
  kpi.period_start,
  fiscal_period.period_end,
  fiscal_period.label,
  fiscal_period.is_complete,
  kpi.value as attainment,
  kpi.numerator::bigint as booked_cents,
  kpi.denominator::bigint as quota_cents
from kpi
join fiscal_period
  on fiscal_period.period = kpi.period
  and fiscal_period.period_start = kpi.period_start
left join rep on rep.rep_id = kpi.entity_id
cross join run
where kpi.metric = 'quota_attainment'
  and kpi.entity_type = 'rep'
  and kpi.period = 'year'
  and kpi.view = 'as_is'
  and kpi.breakdown is null
  and kpi.denominator > 0
  and fiscal_period.period_start <= run.as_of
order by kpi.period_start, kpi.entity_id
