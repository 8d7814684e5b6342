-- one row per rep who, manager by manager, reports to themselves
insert into finding
with recursive boss as (
  select rep_id, manager_id
  from rep
  where manager_id is not null
),
chain as (
  select rep_id as start_id, manager_id as at_id, [rep_id, manager_id] as path
  from boss
  union all
  select chain.start_id, boss.manager_id, list_append(chain.path, boss.manager_id)
  from chain
  join boss on boss.rep_id = chain.at_id
  where chain.at_id <> chain.start_id and len(chain.path) < 50
    and not list_contains(list_slice(chain.path, 2, len(chain.path) - 1), chain.at_id)
),
placed as (
  select person_id, max(file_id) as file_id, max_by(line, (file_id, line)) as line
  from roster_person
  group by person_id
)
select
  'manager_cycle', 'warn', 'roster', chain.start_id, placed.file_id, placed.line,
  'reports to themselves: ' || list_aggregate(chain.path, 'string_agg', ' -> ')
from chain
left join placed on placed.person_id = chain.start_id
where chain.at_id = chain.start_id
