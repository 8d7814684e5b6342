-- one row per contact, as its latest drop says
create or replace table contact as
with told as (
  select source, contact_id, name, email, title, account_id, owner_id, created_date, is_deleted
  from {{latest_contact}}
  union all
  -- where a contact is its own lead
  select source, contact_id, name, email, title, account_id, owner_id, created_date, is_deleted
  from {{latest_lead}}
  where contact_id = lead_id
)
select
  staged.contact_id,
  staged.name,
  staged.email,
  staged.title,
  coalesce(account_alias.account_id, staged.account_id) as account_id,
  staged.owner_id,
  staged.created_date,
  staged.source
from told as staged
left join account_alias
  on account_alias.source = staged.source and account_alias.alias = staged.account_id
where not staged.is_deleted
