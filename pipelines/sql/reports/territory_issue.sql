-- one row per conflict or orphan of the plan of territories, in the order in which they were found
select
  territory_issue.kind,
  territory_issue.subject as account_id,
  coalesce(account.name, account.account_id) as account,
  account.segment,
  account.industry,
  account.country,
  coalesce(rep.name, 'Unassigned') as owner,
  territory_issue.detail
from territory_issue
join account on account.account_id = territory_issue.subject
left join rep_alias on rep_alias.alias = account.owner_id
left join rep on rep.rep_id = rep_alias.rep_id
where territory_issue.kind in ('territory_conflict', 'territory_orphan')
order by territory_issue.position
