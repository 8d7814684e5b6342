-- one row per contact, as its latest drop says
create or replace table contact as
select
  staged.contact_id,
  staged.name,
  staged.email,
  staged.title,
  coalesce(account_alias.account_id, staged.account_id) as account_id,
  staged.owner_id,
  staged.created_date,
  staged.source
from {{latest_contact}} as staged
left join account_alias
  on account_alias.source = staged.source and account_alias.alias = staged.account_id
where not staged.is_deleted
