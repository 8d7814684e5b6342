-- one row per opportunity that an export links to accounts: its primary one
create or replace table opportunity_account as
select
  source,
  opportunity_id,
  arg_min(account_id, (not coalesce(is_primary, false), account_id)) as account_id
from {{latest_opportunity_account}}
group by source, opportunity_id
