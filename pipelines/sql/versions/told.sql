-- one row per telling of an opportunity that is due: by its history, by one changed field, by a drop
-- each column it tells holds a struct, so that telling nothing differs from telling that there is none
create or replace temp table told as
with history as (
  select staged.*, file_content.columns
  from {{opportunity_history}} as staged
  semi join version_due using (source, opportunity_id)
  join file_content using (file_id)
  anti join repeated_history as repeated
    on repeated.source = staged.source and repeated.row_order = staged.row_order
  left join merged_drop
    on merged_drop.source = staged.source and merged_drop.opportunity_id = staged.opportunity_id
  where staged.reject_reason is null
    -- what a later drop tells of a deal after its merge is the other deal's
    and coalesce(staged.drop_date <= merged_drop.drop_date or staged.changed_at < merged_drop.drop_date, true)
),
first_history as (
  select source, opportunity_id, min(drop_date) as drop_date
  from history
  group by source, opportunity_id
),
field as (
  select staged.*
  from {{opportunity_field_history}} as staged
  semi join version_due using (source, opportunity_id)
  -- what a history row tells whole needs no telling field by field
  anti join telling_column
    on telling_column.source = staged.source and telling_column.column_name = staged.field
  left join merged_drop
    on merged_drop.source = staged.source and merged_drop.opportunity_id = staged.opportunity_id
  where staged.reject_reason is null
    and coalesce(staged.drop_date <= merged_drop.drop_date or staged.changed_at < merged_drop.drop_date, true)
    and staged.field in ('stage', 'amount', 'closed', 'probability', 'forecast_category', 'owner')
    -- an owner is told twice, by id and by name
    and (staged.field <> 'owner' or coalesce(staged.data_type, 'EntityId') = 'EntityId')
),
priced as (
  select
    told_drop.source,
    told_drop.opportunity_id,
    arg_min(told_drop.currency, told_drop.row_order) as currency
  from told_drop
  group by told_drop.source, told_drop.opportunity_id
)
select
  history.source,
  history.opportunity_id,
  history.changed_at as valid_from,
  history.drop_date as known_from,
  'history' as basis,
  1 as rank,
  history.row_order,
  case when history.stage is not null
    then {value: coalesce(stage.stage, history.stage), status: stage.status} end as stage,
  case when list_contains(history.columns, 'amount')
    then {minor: history.amount_minor, currency: history.currency} end as amount,
  null::struct(recurring bigint, annual bigint) as parts,
  case when list_contains(history.columns, 'closed') then {value: history.close_date} end as close_date,
  case when list_contains(history.columns, 'probability')
    then {value: history.probability_rate} end as probability,
  case when list_contains(history.columns, 'forecast_category')
    then {value: history.forecast_category} end as category,
  null::struct(value varchar) as owner,
  null::struct(value varchar) as owner_before,
  null::struct(value varchar, status varchar) as stage_before,
  case when history.previous_amount_minor is not null
    then {minor: history.previous_amount_minor, currency: history.currency} end as amount_before,
  case when history.previous_close_date is not null
    then {value: history.previous_close_date} end as close_date_before
from history
left join stage_alias
  on stage_alias.source = history.source and stage_alias.written = history.stage
left join stage on stage.source = history.source and stage.stage = stage_alias.stage
union all by name
select
  field.source,
  field.opportunity_id,
  field.changed_at as valid_from,
  field.drop_date as known_from,
  'history' as basis,
  2 as rank,
  field.row_order,
  case when field.field = 'stage'
    then {value: coalesce(stage.stage, trim(new_value)), status: stage.status} end as stage,
  case when field.field = 'amount'
    then {minor: minor_units(field.new_number, coalesce(currency_digit.digits, 2)), currency: priced.currency}
  end as amount,
  case when field.field = 'closed' then {value: field.new_date} end as close_date,
  case when field.field = 'probability' then {value: field.new_rate} end as probability,
  case when field.field = 'forecast_category' then {value: read_category(field.new_value)} end as category,
  case when field.field = 'owner' then {value: field.new_value} end as owner,
  case when field.field = 'owner' then {value: field.old_value} end as owner_before,
  case when field.field = 'stage' and nullif(trim(field.old_value), '') is not null
    then {value: coalesce(old_stage.stage, trim(field.old_value)), status: old_stage.status} end as stage_before,
  case when field.field = 'amount' then {
    minor: minor_units(read_amount(field.old_value), coalesce(currency_digit.digits, 2)),
    currency: priced.currency
  } end as amount_before,
  case when field.field = 'closed' then {value: day_iso(field.old_value)} end as close_date_before
from field
left join stage_alias
  on stage_alias.source = field.source and stage_alias.written = trim(field.new_value)
left join stage on stage.source = field.source and stage.stage = stage_alias.stage
left join stage_alias as old_alias
  on old_alias.source = field.source and old_alias.written = trim(field.old_value)
left join stage as old_stage
  on old_stage.source = field.source and old_stage.stage = old_alias.stage
left join priced
  on priced.source = field.source and priced.opportunity_id = field.opportunity_id
left join currency_digit on currency_digit.currency = priced.currency
union all by name
select
  told_drop.source,
  told_drop.opportunity_id,
  coalesce(
    told_drop.modified_at,
    -- without a history the close date is the best word on when a deal was closed
    case
      when first_history.drop_date is null and told_drop.status in ('won', 'lost')
        and told_drop.close_date <= told_drop.drop_date
        and told_drop.close_date > coalesce(told_drop.previous_drop, date '0001-01-01')
        then told_drop.close_date::timestamp
    end,
    told_drop.written_at
  ) as valid_from,
  told_drop.drop_date as known_from,
  'drop' as basis,
  3 as rank,
  told_drop.row_order,
  {value: told_drop.stage, status: told_drop.status} as stage,
  {minor: told_drop.amount_minor, currency: told_drop.currency} as amount,
  {recurring: told_drop.recurring_minor, annual: told_drop.annual_minor} as parts,
  {value: told_drop.close_date} as close_date,
  {value: told_drop.probability_rate} as probability,
  {value: told_drop.forecast_category} as category,
  {value: told_drop.owner_id} as owner
from told_drop
left join first_history
  on first_history.source = told_drop.source
  and first_history.opportunity_id = told_drop.opportunity_id
  and first_history.drop_date <= told_drop.drop_date
