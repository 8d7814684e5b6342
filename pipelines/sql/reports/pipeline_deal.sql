-- one row per opportunity of a list: what a reader knows it by
select
  opportunity.opportunity_id,
  opportunity.name,
  account.name as account,
  opportunity.stage,
  opportunity.segment
from opportunity
left join account
  on account.source = opportunity.source and account.account_id = opportunity.account_id
where opportunity.opportunity_id in (select unnest($ids::varchar[]))
order by opportunity.opportunity_id
