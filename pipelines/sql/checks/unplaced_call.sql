-- one row per entity or period of calls, and per owner of the CRM's forecasts, that nothing else knows
insert into finding
with known as (
  select 'company' as entity_type, company as entity_id from setting
  union
  select 'region', region_id from region
  union
  select 'team', team_id from team
  union
  select 'rep', rep_id from rep
  union
  select 'rep', alias from rep_alias
  union
  select 'rep', person_id from roster_person
  union
  select 'segment', segment from opportunity where segment is not null
),
called as (
  select staged.*
  from {{call}} as staged
  cross join setting
  where staged.reject_reason is null and coalesce(staged.recorded_on, date '0001-01-01') <= as_of
),
unplaced as (
  select
    called.entity_type || ' ' || called.entity_id as entity, called.file_id, called.line,
    'is of nobody who is known; it can''t be judged' as detail
  from called
  anti join known
    on known.entity_type = called.entity_type and known.entity_id = called.entity_id
  union all
  select
    called.period_label, called.file_id, called.line,
    'is no period that a plan or a deal names; a call for it can''t be judged'
  from called
  anti join fiscal_period on fiscal_period.label = called.period_label
  union all
  select
    staged.owner_id, staged.file_id, staged.line,
    'has forecasts in the CRM and is no rep; they are no call of anybody''s'
  from {{forecast_item}} as staged
  anti join rep_alias on rep_alias.alias = staged.owner_id
  where staged.reject_reason is null
)
select
  'unplaced_call', 'note', 'call', entity, max(file_id), max_by(line, (file_id, line)),
  detail
from unplaced
group by entity, detail
