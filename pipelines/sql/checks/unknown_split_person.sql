-- one row per opportunity and person who shares its credit today and is on no list
insert into finding
with named as (
  select opportunity_id, owner_id as person, file_id, line
  from {{opportunity_split}}
  anti join rep_alias on alias = owner_id
  where reject_reason is null
  union all
  select opportunity_id, person_id, file_id, line
  from {{credit_split}}
  where reject_reason is null
    and person_id not in (select rep_id from rep union select person_id from roster_person)
)
select
  'unknown_split_person', 'warn', 'opportunity_split', named.opportunity_id, max(file_id),
  max_by(line, (file_id, line)),
  'person "' || person || '" is on no list; the share counts as unassigned'
from named
semi join (
  select opportunity_id
  from opportunity_split
  cross join setting
  where rep_id = 'unassigned' and valid_from <= as_of and valid_to > as_of
) as held on held.opportunity_id = named.opportunity_id
group by named.opportunity_id, person
