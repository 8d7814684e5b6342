-- one row per share of a deal's credit in the CRM and span of dates, with the drop that first told it
create or replace table crm_split as
with split_drop as (
  select distinct source, drop_date
  from input_file
  where object = 'opportunity_split'
),
stated as (
  select *
  from {{opportunity_split}}
  where reject_reason is null
  qualify row_number() over (partition by source, split_id, drop_date order by row_order desc) = 1
),
known as (
  select source, split_id, min(drop_date) as drop_date
  from stated
  group by source, split_id
),
told as (
  select source, split_id, drop_date, opportunity_id, owner_id, credit_rate, split_type, is_deleted
  from stated
  union all by name
  -- what a full file of splits leaves out is gone
  select known.source, known.split_id, split_drop.drop_date, true as is_deleted
  from known
  join source_setting on source_setting.source = known.source and source_setting.drops = 'full'
  join split_drop on split_drop.source = known.source and split_drop.drop_date > known.drop_date
  anti join stated
    on stated.source = known.source and stated.split_id = known.split_id
    and stated.drop_date = split_drop.drop_date
),
changed as (
  select *
  from told
  window drops as (partition by source, split_id order by drop_date)
  qualify row_number() over drops = 1
    or (opportunity_id, owner_id, credit_rate, split_type, is_deleted)
      is distinct from lag((opportunity_id, owner_id, credit_rate, split_type, is_deleted)) over drops
),
-- until when what is told first is told from the beginning: the first drops of splits and of the deal
begun as (
  select source, opportunity_id, min(drop_date) as drop_date
  from {{opportunity}}
  where reject_reason is null
  group by source, opportunity_id
),
spanned as (
  select
    changed.*,
    row_number() over drops = 1 as is_first,
    lead(changed.drop_date, 1, date '9999-12-31') over drops as valid_to
  from changed
  window drops as (partition by source, split_id order by drop_date)
)
select
  spanned.source,
  spanned.opportunity_id,
  coalesce(rep_alias.rep_id, 'unassigned') as rep_id,
  spanned.credit_rate,
  spanned.split_type as role,
  case
    when spanned.is_first and spanned.drop_date
      <= greatest(begun.drop_date, (select min(drop_date) from split_drop where source = spanned.source))
      then date '0001-01-01'
    else spanned.drop_date
  end as valid_from,
  spanned.valid_to,
  spanned.drop_date as known_from
from spanned
left join begun
  on begun.source = spanned.source and begun.opportunity_id = spanned.opportunity_id
left join rep_alias on rep_alias.alias = spanned.owner_id
where not spanned.is_deleted
