-- one row per won deal, person who shares its credit and role, by the plan file as it stood when the deal was won or by the CRM as told last, and where
create or replace table commission_share as
with
deal as (
  select distinct opportunity_id, close_date from commission_deal
),
planned as (
  select
    plan_split.opportunity_id,
    rep_id,
    person_id,
    role,
    credit_rate,
    pay_rate,
    source_file_id,
    source_line
  from plan_split
  join deal
    on deal.opportunity_id = plan_split.opportunity_id
    and valid_from <= close_date and valid_to > close_date
),
-- a CRM tells who shares a deal when it tells what the deal is worth: what it told last holds
told as (
  select crm_split.opportunity_id, rep_id, role, credit_rate, source_file_id, source_line
  from crm_split
  join deal using (opportunity_id)
  anti join planned using (opportunity_id)
  left join split_row using (opportunity_id)
  where valid_to = date '9999-12-31'
),
share as (
  select * from planned
  union all by name
  select * from told
)
select
  opportunity_id,
  rep_id,
  -- who is written in the plan file, known or not
  person_id,
  -- a CRM's own kinds of splits share a deal among those who sold it
  case when role = 'overlay' then 'overlay' else 'split' end as role,
  -- decimals: exact in any order of rows; who is told one share has it of both, who is told none has none
  sum(coalesce(credit_rate, pay_rate, 0)::decimal(18, 9))::double as credit_rate,
  sum(coalesce(pay_rate, credit_rate, 0)::decimal(18, 9))::double as pay_rate,
  max_by(source_file.path, (source_file_id, source_line)) as source_file,
  max_by(source_line, (source_file_id, source_line)) as source_line
from share
left join source_file on source_file.file_id = share.source_file_id
where coalesce(credit_rate, pay_rate) is distinct from 0
  or coalesce(pay_rate, credit_rate) is distinct from 0
group by all
order by opportunity_id, rep_id, person_id, role
