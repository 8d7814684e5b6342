-- one row per account, role and day on which another rep of that role began to work it: its owner, or who took over a deal of it
create or replace table quota_account_holder as
with
dealt as (
  select
    opportunity.account_id,
    version.rep_id,
    version.valid_from::date as since
  from opportunity_version as version
  join opportunity using (opportunity_id)
  where opportunity.account_id is not null and version.rep_id <> 'unassigned'
),
held as (
  select account_id, rep_id, valid_from as since from account_assignment where rep_id <> 'unassigned'
  union all
  select account_id, rep_id, min(since) from dealt group by account_id, rep_id
)
select
  held.account_id,
  coalesce(post.role, '') as role,
  greatest(held.since, date '0001-01-01') as since,
  max(held.rep_id) as rep_id
from held
join rep_assignment as post
  on post.rep_id = held.rep_id and post.valid_from <= held.since and post.valid_to > held.since
group by all
