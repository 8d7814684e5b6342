-- one row per account, entity it counts for and view; regions, teams and reps are its owner's of today
create or replace view kpi_account_entity as
with owned as (
  select
    account.account_id,
    coalesce(account.segment, 'unassigned') as segment,
    coalesce(rep.rep_id, 'unassigned') as rep_id,
    coalesce(rep.team_id, 'unassigned') as team_id,
    coalesce(rep.region_id, 'unassigned') as region_id
  from account
  left join rep_alias on rep_alias.alias = account.owner_id
  left join rep on rep.rep_id = rep_alias.rep_id
)
select
  account_id,
  unnest([
    {entity_type: 'company', entity_id: company, view: 'both'},
    {entity_type: 'region', entity_id: region_id, view: 'as_is'},
    {entity_type: 'team', entity_id: team_id, view: 'as_is'},
    {entity_type: 'rep', entity_id: rep_id, view: 'as_is'},
    {entity_type: 'segment', entity_id: segment, view: 'both'}
  ], max_depth := 2)
from owned
cross join run
