-- one row per team that has a quota from the as-of on, but nobody in it
insert into finding
select
  'empty_team', 'warn', 'quota', quota.entity_id, min(quota.source_file_id),
  min_by(quota.source_line, (quota.source_file_id, quota.source_line)),
  'the team has a quota, but no active member'
from quota
cross join setting
join fiscal_period using (period, period_start)
where quota.entity_type = 'team' and fiscal_period.period_end >= setting.as_of
  and quota.entity_id not in (select team_id from rep where is_active and team_id is not null)
group by quota.entity_id
