-- one row per opportunity of which drops told different types or lead sources, and drop: what it told, until the next
create or replace table opportunity_attribute as
with told as (
  select
    opportunity_id,
    drop_date,
    row_order,
    read_deal_type(deal_type_as_written) as deal_type,
    lead_source
  from {{opportunity}}
  where reject_reason is null
),
changed as (
  select opportunity_id
  from told
  group by opportunity_id
  having min(coalesce(deal_type, '')) <> max(coalesce(deal_type, ''))
    or min(coalesce(lead_source, '')) <> max(coalesce(lead_source, ''))
),
-- an id that stands twice in a drop counts as its last row says
stated as (
  select told.*
  from told
  semi join changed using (opportunity_id)
  qualify row_number() over (partition by opportunity_id, drop_date order by row_order desc) = 1
)
select
  opportunity_id,
  -- of the days before the first drop nothing else is known
  case when lag(drop_date) over drops is null then date '0001-01-01' else drop_date end as told_from,
  lead(drop_date, 1, date '9999-12-31') over drops as told_to,
  deal_type,
  lead_source
from stated
window drops as (partition by opportunity_id order by drop_date)
