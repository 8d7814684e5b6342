-- one row per line of an opportunity; one without lines but with a product has one line of it all
create or replace table opportunity_line as
with linked as (
  select source, line_id, min(opportunity_id) as opportunity_id
  from {{latest_opportunity_line_link}}
  group by source, line_id
),
written as (
  select
    staged.line_id,
    opportunity.opportunity_id,
    staged.product_id,
    staged.quantity,
    company_cents(staged.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as amount_cents,
    staged.file_id as source_file_id,
    staged.line as source_line
  from {{latest_opportunity_line}} as staged
  cross join setting
  left join linked on linked.source = staged.source and linked.line_id = staged.line_id
  left join merged_opportunity as merged
    on merged.source = staged.source
    and merged.opportunity_id = coalesce(staged.opportunity_id, linked.opportunity_id)
  join opportunity
    on opportunity.source = staged.source
    and opportunity.opportunity_id
      = coalesce(merged.merged_into_id, staged.opportunity_id, linked.opportunity_id)
  left join currency_rate as rate
    on rate.currency = staged.currency
    and rate.valid_from <= opportunity.rate_date and rate.valid_to > opportunity.rate_date
  where not staged.is_deleted
)
from written
union all
select
  opportunity.opportunity_id || ':all',
  opportunity.opportunity_id,
  opportunity.product_id,
  1,
  opportunity.amount_cents,
  opportunity.source_file_id,
  opportunity.source_line
from opportunity
where opportunity.product_id is not null
  and opportunity.opportunity_id not in (select opportunity_id from written)
