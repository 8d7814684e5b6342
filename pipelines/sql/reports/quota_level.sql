-- one row per company, region and team of the planned year: its quota, and what its reps carry
with carried as (
  select
    rep.region_id,
    rep.team_id,
    sum(quota_level.quota_cents)::bigint as carried_cents,
    count(*)::integer as count_reps
  from quota_level
  join rep on rep.rep_id = quota_level.entity_id
  where quota_level.level = 'rep'
  group by rep.region_id, rep.team_id
)
select
  quota_level.level,
  quota_level.entity_id,
  quota_level.quota_cents,
  quota_level.buffer_rate,
  coalesce(sum(carried.carried_cents), 0)::bigint as carried_cents,
  coalesce(sum(carried.carried_cents), 0) / nullif(quota_level.quota_cents, 0) - 1 as carried_buffer_rate,
  coalesce(sum(carried.count_reps), 0)::integer as count_reps
from quota_level
left join carried
  on quota_level.level = 'company'
  or quota_level.level = 'region' and carried.region_id = quota_level.entity_id
  or quota_level.level = 'team' and carried.team_id = quota_level.entity_id
where quota_level.level <> 'rep'
group by quota_level.level, quota_level.entity_id, quota_level.quota_cents, quota_level.buffer_rate
order by
  case quota_level.level when 'company' then 1 when 'region' then 2 else 3 end,
  quota_level.entity_id
