-- one row per holdout and exception of the plan of territories that holds, and per holdout that is over
with settled as (
  select
    account_id,
    placed_by as kind,
    territory,
    rep_id,
    until_date,
    grounds
  from territory_account
  where placed_by in ('holdout', 'exception')
  union all
  select
    coalesce(account.account_id, territory_issue.subject),
    'expired',
    territory_account.territory,
    territory_account.rep_id,
    null,
    territory_issue.detail
  from territory_issue
  left join account on account.account_id = territory_issue.subject
  left join territory_account on territory_account.account_id = territory_issue.subject
  where territory_issue.kind = 'expired_holdout'
)
select
  settled.account_id,
  coalesce(account.name, settled.account_id) as account,
  settled.kind,
  settled.territory,
  rep.name as rep,
  settled.until_date,
  settled.grounds
from settled
left join account using (account_id)
left join rep on rep.rep_id = settled.rep_id
order by settled.kind desc, settled.until_date nulls last, settled.account_id
