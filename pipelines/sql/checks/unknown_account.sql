-- one row per opportunity whose account no account export holds
insert into finding
select
  'unknown_account', 'note', 'opportunity', opportunity.opportunity_id, source_file_id, source_line,
  'account "' || opportunity.account_id || '" is in no account export'
from opportunity
anti join account_alias
  on account_alias.source = opportunity.source and account_alias.alias = opportunity.account_id
where opportunity.account_id is not null and exists (from account)
