-- one row per won deal, person who shares its credit and role, as it stood when the deal was won, and where
create or replace table commission_share as
with
deal as (
  select distinct opportunity_id, close_date from commission_deal
)
select
  deal.opportunity_id,
  opportunity_split.rep_id,
  -- a CRM's own kinds of splits share a deal among those who sold it
  case when opportunity_split.role = 'overlay' then 'overlay' else 'split' end as role,
  -- decimals: exact in any order of rows; who is told one share has it of both
  sum(coalesce(credit_rate, pay_rate)::decimal(18, 9))::double as credit_rate,
  sum(coalesce(pay_rate, credit_rate)::decimal(18, 9))::double as pay_rate,
  source_file.path as source_file,
  split_row.source_line
from opportunity_split
join deal
  on deal.opportunity_id = opportunity_split.opportunity_id
  and valid_from <= close_date and valid_to > close_date
left join split_row on split_row.opportunity_id = deal.opportunity_id
left join source_file on source_file.file_id = split_row.source_file_id
where opportunity_split.rep_id is not null
group by all
order by deal.opportunity_id, opportunity_split.rep_id, role
