-- one row per metric, recent fiscal quarter and group of peers: the median of reps of one role in a team or in the company, or of all teams
with
recent as (
  select period, period_start
  from fiscal_period
  cross join run
  where period = 'quarter' and period_start <= as_of and period_end >= first_close_date
  qualify row_number() over (order by period_start desc) <= 5
),
known as (
  select kpi.metric, kpi.entity_type, kpi.entity_id, kpi.period_start, kpi.value
  from kpi
  join recent on recent.period = kpi.period and recent.period_start = kpi.period_start
  where kpi.view = 'as_is' and kpi.breakdown is null
    and kpi.entity_type in ('rep', 'team')
    and kpi.status <> 'absent' and not kpi.is_too_few
),
peer as (
  select known.*, coalesce(rep.role, '') as role, 'team' as among, rep.team_id as among_id
  from known
  join rep on known.entity_type = 'rep' and rep.rep_id = known.entity_id
  where rep.is_active and rep.rep_id <> 'unassigned' and rep.team_id <> 'unassigned'
  union all
  select known.*, coalesce(rep.role, ''), 'company', run.company
  from known
  cross join run
  join rep on known.entity_type = 'rep' and rep.rep_id = known.entity_id
  where rep.is_active and rep.rep_id <> 'unassigned'
  union all
  select known.*, '', 'company', run.company
  from known
  cross join run
  -- those without a team are no team
  where known.entity_type = 'team' and known.entity_id <> 'unassigned'
    and exists (from rep where rep.team_id = known.entity_id and is_active)
)
select
  entity_type,
  role,
  among,
  among_id,
  metric,
  period_start,
  quantile_cont(value, 0.5) as median,
  count(*) as n
from peer
group by all
-- a median of one or two is somebody's own figure
having count(*) >= 3
order by entity_type, role, among, among_id, metric, period_start
