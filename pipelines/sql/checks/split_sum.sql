-- one row per opportunity and kind of split whose shares of credit don't add up to one today
insert into finding
with held as (
  select
    split.*,
    -- the roles of plans/splits.csv that share the deal; CRMs write types of their own
    case when split.role in ('owner', 'split') then null else split.role end as kind,
    split.rep_id = opportunity.rep_id as is_owner,
    source_file_id,
    source_line
  from opportunity_split as split
  join opportunity using (opportunity_id)
  cross join setting
  where split.valid_from <= as_of and split.valid_to > as_of
    and coalesce(split.role, '') not ilike '%overlay%'
),
summed as (
  select
    opportunity_id,
    kind,
    source_file_id,
    source_line,
    bool_or(is_owner) as has_owner,
    sum(credit_rate::decimal(18, 9)) as credit_rate
  from held
  group by opportunity_id, kind, source_file_id, source_line
),
-- what the owner has a share of is the deal; other kinds of splits come on top of it
counted as (
  from summed
  qualify has_owner or kind is null or count(*) over (partition by opportunity_id) = 1
)
select
  'split_sum', 'warn', 'opportunity_split', opportunity_id, source_file_id, source_line,
  'shares' || coalesce(' of ' || kind, '') || ' add up to ' || credit_rate::decimal(9, 4)
from counted
-- thirds written as 0.333, or as 33.4 %, are meant as thirds
where abs(credit_rate - 1) > 0.0025
