-- one row per opportunity that an export links to accounts: its primary one
create or replace table opportunity_account as
with primary_link as (
  select
    source,
    opportunity_id,
    arg_min(account_id, (not coalesce(is_primary, false), account_id)) as account_id
  from {{latest_opportunity_account}}
  group by source, opportunity_id
)
select
  link.source,
  link.opportunity_id,
  coalesce(account_match.matched_id, link.account_id) as account_id
from primary_link as link
left join account_match
  on account_match.source = link.source and account_match.account_id = link.account_id
