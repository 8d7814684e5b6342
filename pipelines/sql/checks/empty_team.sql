-- one row per team that has a quota from the as-of on, but no rep in it; a manager alone is none
insert into finding
select
  'empty_team', 'warn', 'quota', quota.entity_id, min(quota.source_file_id),
  min_by(quota.source_line, (quota.source_file_id, quota.source_line)),
  'the team has a quota, but no active rep'
from quota
cross join setting
join fiscal_period using (period, period_start)
where quota.entity_type = 'team' and fiscal_period.period_end >= setting.as_of
  and quota.entity_id not in (
    select team_id
    from rep
    where is_active and team_id is not null
      and not (coalesce(role, '') ilike '%manager%' and role not ilike '%account%')
  )
group by quota.entity_id
